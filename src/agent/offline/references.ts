import { isShadeOf } from '../../core/search/colour-families.ts';
import { normalise, singular } from './normalise.ts';
import type { Piece, Shown } from './shown.ts';
import type { Wish } from './wish.ts';

export type Reference =
  | { readonly found: 'piece'; readonly piece: Piece }
  | { readonly found: 'several'; readonly pieces: readonly Piece[] }
  | { readonly found: 'nothing' };

/** What a wish points at among the pieces that were shown. */
export function refer(wish: Wish, shown: Shown): Reference {
  if (wish.ordinal !== undefined) return byOrdinal(wish.ordinal, shown);
  const told = tellingPlace(wish, shown.lists[0] ?? []);
  if (told !== undefined) return one(told);
  const named = wish.productType !== undefined || wish.words.length > 0;
  if (named) {
    for (const list of shown.focus === undefined ? shown.lists : [[shown.focus], ...shown.lists]) {
      const matching = narrowed(
        list.filter((piece) => matches(piece, wish)),
        wish,
      );
      const [only, ...others] = matching;
      if (only !== undefined) return others.length === 0 ? one(only) : { found: 'several', pieces: matching };
    }
    // `What would look fab with it`: the words say something of the piece, not which.
    if (!wish.pointing || wish.productType !== undefined || shown.focus === undefined)
      return { found: 'nothing' };
  }
  if (wish.colour !== undefined && shown.focus === undefined) {
    const matching = (shown.lists[0] ?? []).filter((piece) => hasColour(piece, wish.colour));
    const [only, ...others] = matching;
    if (only !== undefined && others.length === 0) return one(only);
  }
  if (shown.focus !== undefined) return one(shown.focus);
  const list = shown.lists[0];
  return list === undefined ? { found: 'nothing' } : { found: 'several', pieces: list };
}

/** `The cheaper one`, `the most expensive`, `the middle one` of what was shown last. */
function tellingPlace({ heard, definite }: Wish, list: readonly Piece[]): Piece | undefined {
  const said = (...words: readonly string[]) => words.some((word) => heard.includes(word));
  // What English says with an article, others say with words of their own.
  const pointed = definite || said('el', 'la', 'wala', 'wali', 'वाला', 'वाली', 'الارخص', 'الاغلي', 'الاوسط');
  if (!pointed || list.length < 2) return undefined;
  if (said('middle', 'medio', 'beech', 'बीच', 'الاوسط')) return list[Math.floor((list.length - 1) / 2)];
  const priced = list
    .flatMap((piece) => (piece.price === undefined ? [] : [{ piece, price: piece.price }]))
    .sort((left, right) => left.price - right.price);
  if (said('cheaper', 'cheapest', 'sasta', 'saste', 'sasti', 'सस्ता', 'सस्ती', 'barato', 'barata', 'الارخص'))
    return priced[0]?.piece;
  if (
    said(
      'dearer',
      'dearest',
      'pricier',
      'priciest',
      'costlier',
      'costliest',
      'mehnga',
      'mehngi',
      'महंगा',
      'महंगी',
      'الاغلي',
    )
  )
    return priced.at(-1)?.piece;
  return (said('expensive') && said('most', 'more')) || (said('caro', 'cara') && said('ma', 'mas'))
    ? priced.at(-1)?.piece
    : undefined;
}

const one = (piece: Piece): Reference => ({ found: 'piece', piece });

function byOrdinal(ordinal: number, { lists }: Shown): Reference {
  const list = lists.find((candidate) => candidate.length >= Math.max(2, ordinal)) ?? lists[0];
  const piece = ordinal < 0 ? list?.at(-1) : list?.[ordinal - 1];
  return piece === undefined ? { found: 'nothing' } : one(piece);
}

const hasColour = (piece: Piece, colour: string | undefined): boolean =>
  colour === undefined ||
  piece.colours.some(
    (name) =>
      name.toLowerCase() === colour.toLowerCase() || isShadeOf(colour.toLowerCase(), name.toLowerCase()),
  );

/** `The office shirt` among shirts: fabric, occasion and colour decide where the title has them. */
function narrowed(pieces: readonly Piece[], { fabric, occasion, colour }: Wish): readonly Piece[] {
  let left = pieces;
  for (const word of [fabric, occasion, colour]) {
    if (word === undefined) continue;
    const named = left.filter((piece) => normalise(piece.title).split(' ').includes(normalise(word)));
    if (named.length > 0) left = named;
  }
  if (left.length < 2 || colour === undefined) return left;
  const coloured = left.filter((piece) => hasColour(piece, colour));
  return coloured.length > 0 ? coloured : left;
}

function matches(piece: Piece, wish: Wish): boolean {
  const title = normalise(piece.title).split(' ').map(singular);
  const typed =
    wish.productType === undefined ||
    piece.productType === wish.productType ||
    title.includes(singular(normalise(wish.productType)));
  return typed && wish.words.every((word) => title.includes(singular(normalise(word))));
}
