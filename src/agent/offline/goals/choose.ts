import { isActive } from '../../../contracts/reservation.ts';
import { isShadeOf } from '../../../core/search/colour-families.ts';
import { pieceName } from '../../piece-name.ts';
import { call, type Figures, type GoalRoom, type Reply, type Steps } from '../goal.ts';
import { singular, tokensOf } from '../normalise.ts';
import { type Piece, refer, shownIn } from '../references.ts';
import { stepFrom } from '../size-steps.ts';
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

export interface ExactPiece {
  readonly sku: string;
  readonly name: string;
  readonly available: number;
  readonly choice: Readonly<Record<string, string>>;
}

/**
 * Piece, size and colour, from the wish, from what was settled before, from the shopper's usual size; asks for what is
 * still open, with what this shop has.
 */
export function* chooseExactly(wish: Wish, room: GoalRoom): Steps<Chosen<ExactPiece>> {
  const piece = yield* choosePiece(wish, room, true);
  if (!piece.ok) return piece;
  const stock = yield* call('find_stock', named(piece.value));
  if (!stock.ok) return { ok: false, reply: failureReply(stock.failure, room.texts) };
  return settle(wish, piece.value, stock.value, room);
}

function settle(
  wish: Wish,
  piece: Piece,
  { figures, title, handle }: Figures,
  room: GoalRoom,
): Chosen<ExactPiece> {
  const { texts, state } = room;
  const { t } = texts;
  const colours = distinct(figures.map((row) => row.colour));
  const sizes = distinct(figures.map((row) => row.size));
  const stood = figures.find((row) => row.sku === piece.sku)?.colour ?? null;
  const colour =
    pickColour(colours, wish.colour) ??
    (wish.colour === undefined
      ? (pickColour(colours, piece.chosen?.colour ?? room.spoken.colour) ??
        (colours.length === 1 ? colours[0] : (stood ?? undefined)))
      : undefined);
  if (colour === undefined && colours.length > 0) {
    const text =
      wish.colour === undefined
        ? t('ask.colour', { title, colours: texts.list(colours, 'disjunction') })
        : t('ask.otherColour', { title, colours: texts.list(colours, 'disjunction') });
    return { ok: false, reply: { text, asks: true, suggestions: colours.slice(0, 4) } };
  }
  const inColour = figures.filter((row) => colour === undefined || row.colour === colour);
  const here = distinct(inColour.filter((row) => row.available > 0).map((row) => row.size));
  const usual =
    piece.productType === undefined ? undefined : state.session.preferences.sizes[piece.productType];
  const asked = wish.size ?? (wish.number === undefined ? undefined : String(wish.number));
  const last = piece.chosen?.size ?? room.spoken.size;
  if (wish.sizeStep !== undefined && last != null && stepFrom(sizes, last, wish.sizeStep) === undefined) {
    const text = t('ask.otherSize', { title, sizes: texts.list(here, 'disjunction') });
    return { ok: false, reply: { text, asks: true, suggestions: here.slice(0, 6) } };
  }
  const size =
    (wish.sizeStep === undefined ? undefined : stepFrom(sizes, last, wish.sizeStep)) ??
    pick(sizes, asked) ??
    (wish.size === undefined
      ? (pick(sizes, wish.sizeStep === undefined ? last : undefined) ??
        pick(here, usual) ??
        (sizes.length === 1 ? sizes[0] : undefined))
      : undefined);
  if (size === undefined && sizes.length > 0) {
    const buys = wish.intent === 'add' || wish.intent === 'take';
    if (here.length === 0 && !buys)
      return {
        ok: false,
        reply: { text: t('stock.noneAtAll', { title }), suggestions: [t('wishes.nearby')] },
      };
    const text = t(wish.size === undefined ? 'ask.size' : 'ask.otherSize', {
      title,
      // What is not here can be sent home.
      sizes: texts.list(here.length === 0 ? sizes : here, 'disjunction'),
    });
    return {
      ok: false,
      reply: { text, asks: true, suggestions: (here.length === 0 ? sizes : here).slice(0, 6) },
    };
  }
  const row = inColour.find((candidate) => candidate.size === (size ?? null)) ?? inColour[0];
  const choice = {
    handle,
    ...(size === undefined ? {} : { size }),
    ...(colour === undefined ? {} : { colour }),
  };
  const name = pieceName({ title, size: size ?? null, colour: colour ?? null }, texts);
  return { ok: true, value: { sku: row?.sku ?? piece.sku, name, available: row?.available ?? 0, choice } };
}

const distinct = (values: readonly (string | null)[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== null)),
];

/** `blue` is `Navy` where that is its only shade here. */
export function pickColour(values: readonly string[], wanted: string | null | undefined): string | undefined {
  const same = pick(values, wanted);
  if (same !== undefined || wanted === null || wanted === undefined) return same;
  const shades = values.filter((value) => isShadeOf(wanted.toLowerCase(), value.toLowerCase()));
  return shades.length === 1 ? shades[0] : undefined;
}

/** `9` is `UK 9` where that is what sizes are called. */
export function pick(values: readonly string[], wanted: string | null | undefined): string | undefined {
  if (wanted === undefined || wanted === null) return undefined;
  const low = wanted.toLowerCase();
  return (
    values.find((value) => value.toLowerCase() === low) ??
    (/^\d/u.test(low) ? values.find((value) => value.toLowerCase().endsWith(` ${low}`)) : undefined)
  );
}
