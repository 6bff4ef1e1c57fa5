import type { Texts } from './texts.ts';

/** A piece as people say it, e.g. `Linen Camp Shirt (M, Blue)`. */
export function pieceName(
  piece: { readonly title: string; readonly size: string | null; readonly colour: string | null },
  { t }: Texts,
): string {
  const options = [piece.size, piece.colour].filter((value) => value !== null);
  return options.length === 0
    ? piece.title
    : t('piece', { title: piece.title, options: options.join(t('comma')) });
}
