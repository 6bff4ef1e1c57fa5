import { isActive } from '../../../contracts/reservation.ts';
import { call, type GoalRoom, type Reply, type Steps } from '../goal.ts';
import { singular, tokensOf } from '../normalise.ts';
import { refer } from '../references.ts';
import { type Piece, shownIn } from '../shown.ts';
import { namesPiece, type Wish } from '../wish.ts';
import { failureReply } from './failure.ts';
import { filtersOf } from './search.ts';

export type Chosen<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reply: Reply };

/** The arguments by which a piece is named to a tool. */
export const named = (piece: Piece): { readonly handle?: string; readonly sku?: string } =>
  piece.handle === undefined ? { sku: piece.sku } : { handle: piece.handle };

/**
 * The piece that a wish means: among those shown, else by searching for its words. `certain` asks rather than take the
 * first of several; writes are certain.
 */
export function* choosePiece(wish: Wish, room: GoalRoom, certain: boolean): Steps<Chosen<Piece>> {
  const { t } = room.texts;
  const reference = refer(wish, shownIn(room.state));
  if (reference.found === 'piece') return { ok: true, value: reference.piece };
  if (reference.found === 'several') {
    const [first] = reference.pieces;
    if (!certain && first !== undefined) return { ok: true, value: first };
    const titled = titledBy(wish, reference.pieces);
    if (titled !== undefined) return { ok: true, value: titled };
    // A title may be of none of those that were shown.
    const looked = namesPiece(wish) && wish.ordinal === undefined ? yield* lookedFor(wish, room) : undefined;
    const other = looked?.ok ? titledBy(wish, looked.value) : undefined;
    if (other !== undefined) return { ok: true, value: other };
    return { ok: false, reply: whichOne(reference.pieces, room) };
  }
  const held = heldPiece(wish, room);
  if (held !== undefined) return { ok: true, value: held };
  if (wish.ordinal !== undefined) return { ok: false, reply: { text: t('ask.noSuchOne'), asks: true } };
  if (wish.productType === undefined && wish.words.length === 0) {
    return { ok: false, reply: { text: t('ask.whichPiece'), asks: true } };
  }
  const found = yield* lookedFor(wish, room);
  if (!found.ok) return found;
  const pieces = found.value;
  const [first, ...others] = pieces;
  if (first === undefined) return { ok: false, reply: { text: t('search.nothing') } };
  const titled = titledBy(wish, pieces);
  if (titled !== undefined) return { ok: true, value: titled };
  if (others.length === 0 || !certain) return { ok: true, value: first };
  return { ok: false, reply: whichOne(pieces, room) };
}

/** `I'll take it`, `the dress`: the one piece on trial that it can be, where nothing was shown. */
function heldPiece(wish: Wish, { state }: GoalRoom): Piece | undefined {
  const named = namesPiece(wish);
  if (wish.ordinal !== undefined || (named && !wish.definite)) return undefined;
  const heard = new Set(wish.heard);
  const held = state.session.reservations.filter(
    (row) =>
      row.kind === 'trial' &&
      isActive(row) &&
      (!named || (wish.words.length === 0 && wordsOf(row.title).some((word) => heard.has(word)))),
  );
  const [row, ...others] = held;
  if (row === undefined || others.length > 0) return undefined;
  const { handle, title, sku, size, colour } = row;
  return {
    handle,
    title,
    sku,
    productType: undefined,
    colours: [],
    price: undefined,
    chosen: { size, colour },
  };
}

/** What a search for the words finds. */
function* lookedFor(wish: Wish, room: GoalRoom): Steps<Chosen<readonly Piece[]>> {
  const found = yield* call('search_catalog', filtersOf(withoutSize({ ...wish, price: {} })));
  if (!found.ok) return { ok: false, reply: failureReply(found.failure, room.texts) };
  return {
    ok: true,
    value: found.value.items.map((item) => ({
      handle: item.handle,
      title: item.title,
      productType: item.productType,
      sku: item.sku,
      colours: item.colours,
      price: item.price,
      chosen: undefined,
    })),
  };
}

/** Whether one piece of the shop was named by its title. */
export function* namedByTitle(wish: Wish, room: GoalRoom): Steps<boolean> {
  const found = yield* lookedFor(wish, room);
  return found.ok && titledBy(wish, found.value) !== undefined;
}

/** Without a piece on the table, the look is completed around what is in the bag. */
export function anchorWish(wish: Wish, { state }: GoalRoom): Wish {
  if (namesPiece(wish) || refer(wish, shownIn(state)).found !== 'nothing') return wish;
  const line = state.session.cart.lines.at(-1);
  return line === undefined ? wish : { ...wish, words: line.title.split(' ') };
}

const wordsOf = (...texts: readonly (string | undefined)[]): readonly string[] =>
  texts.flatMap((text) => tokensOf((text ?? '').replaceAll('-', ' ')).map(singular));

/** Whom a piece is for stands at the front of many titles, and is left out by who asks for it. */
const departments = new Set(['men', 'women', 'children', 'boy', 'girl']);

/**
 * The piece whose whole title was said, but for whom it is for: of several the longest, then the one that says no more than the
 * shopper did. Undefined where that is none or several.
 */
function titledBy(wish: Wish, pieces: readonly Piece[]): Piece | undefined {
  const said = new Set([
    ...wish.heard,
    ...wordsOf(wish.productType, wish.colour, wish.fabric, wish.occasion, ...wish.words),
  ]);
  const ranked = pieces
    .map((piece) => ({ piece, words: wordsOf(piece.title) }))
    .map(({ piece, words }) => ({
      piece,
      open: words.filter((word) => !said.has(word)),
      told: words.filter((word) => !departments.has(word)).length,
    }))
    .filter(({ open, told }) => told > 1 && open.every((word) => departments.has(word)))
    .sort((left, right) => right.told - left.told || left.open.length - right.open.length);
  const [best, next] = ranked;
  if (best === undefined) return undefined;
  return next === undefined || best.told > next.told || best.open.length < next.open.length
    ? best.piece
    : undefined;
}

/** A size that a piece does not come in is said of the piece, not taken for its absence. */
function withoutSize({ size: _size, ...wish }: Wish): Wish {
  return wish;
}

function whichOne(pieces: readonly Piece[], { texts }: GoalRoom): Reply {
  const { t } = texts;
  return {
    text: t('ask.whichOne'),
    asks: true,
    suggestions: pieces.slice(0, 3).map((_piece, index) => t(`ordinal.${index + 1}`)),
  };
}
