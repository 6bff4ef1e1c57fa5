import type { TFunction } from 'i18next';
import type { PieceName } from '../core/agent/tool.ts';

/** A piece as people say it, e.g. `Linen Camp Shirt (M, Blue)`. */
export function pieceName(piece: PieceName, { t }: { readonly t: TFunction }): string {
  const options = [piece.size, piece.colour].filter((value) => value !== null);
  return options.length === 0
    ? piece.title
    : t('piece', { title: piece.title, options: options.join(t('comma')) });
}
