import { maximumLineQuantity } from '../../../contracts/primitives.ts';
import { isActive } from '../../../contracts/reservation.ts';
import type { CartView } from '../../../contracts/session.ts';
import { pieceName } from '../../piece-name.ts';
import { call, type Goal, type GoalRoom, type Reply } from '../goal.ts';
import { singular, tokensOf } from '../normalise.ts';
import { shownIn } from '../shown.ts';
import { stepFrom } from '../size-steps.ts';
import { namesPiece, type Wish } from '../wish.ts';
import { pick, pickColour } from './choose-exactly.ts';
import { failureReply } from './failure.ts';
import { startExchange } from './orders.ts';
import { stock } from './pieces.ts';
import { cancelReservation, otherSize } from './trials.ts';
import { add } from './writes.ts';

type Line = CartView['lines'][number];

const wordsOf = (text: string): readonly string[] => tokensOf(text.replaceAll('-', ' ')).map(singular);

/** How many words of a line's title were said, in the shop's words or the shopper's; 0 where another garment was. */
function likeness(wish: Wish, { title }: Line): number {
  const words = wordsOf(title);
  const heard = new Set([...wish.heard, ...wish.words.flatMap(wordsOf)]);
  const type = wish.productType === undefined ? [] : wordsOf(wish.productType);
  const typed = type.length > 0 && type.every((word) => words.includes(word));
  return words.filter((word) => heard.has(word)).length + (typed ? 2 : 0);
}

/**
 * The bag's line that a wish means: the one with most of the words that were said, the only one, or the one that was last
 * spoken of. Undefined where it may be several.
 */
export function lineOf(wish: Wish, lines: readonly Line[], spokenOf?: string): Line | undefined {
  if (wish.ordinal !== undefined) return wish.ordinal < 0 ? lines.at(-1) : lines[wish.ordinal - 1];
  const sized = lines.filter((line) => wish.size !== undefined && line.size === wish.size);
  const coloured = (sized.length > 0 ? sized : lines).filter(
    (line) => wish.colour === undefined || line.colour === wish.colour,
  );
  const named = namesPiece(wish) || wish.fabric !== undefined;
  const ranked = coloured
    .map((line) => ({ line, hits: likeness(wish, line) }))
    .sort((left, right) => right.hits - left.hits);
  const [best, next] = ranked;
  if (best !== undefined && best.hits > (next?.hits ?? 0)) return best.line;
  if (named) return undefined;
  if (coloured.length === 1 && coloured.length < lines.length) return coloured[0];
  if (lines.length === 1) return lines[0];
  return wish.colour === undefined ? lines.find(({ handle }) => handle === spokenOf) : undefined;
}

/** The line that is meant, with what was last spoken of on the table. */
const meantLine = (wish: Wish, { state }: GoalRoom): Line | undefined =>
  lineOf(wish, state.session.cart.lines, shownIn(state).focus?.handle);

function whichLine({ state, texts }: GoalRoom): Reply {
  const names = state.session.cart.lines.map((row) => pieceName(row, texts));
  return {
    text: texts.t('ask.whichLine', { list: texts.list(names, 'disjunction') }),
    asks: true,
    suggestions: names.slice(0, 4),
  };
}

export function* setQuantity(wish: Wish, room: GoalRoom, quantity: number): Goal {
  const { texts, state } = room;
  const { t } = texts;
  if (state.session.cart.lines.length === 0) return { text: t('bag.empty') };
  const line = meantLine(wish, room);
  if (line === undefined) return whichLine(room);
  if (!Number.isInteger(quantity) || quantity < 0 || quantity > maximumLineQuantity) {
    return { text: t('ask.quantity', { maximum: maximumLineQuantity }), asks: true };
  }
  const done = yield* call('update_cart', { sku: line.sku, quantity });
  if (!done.ok) return failureReply(done.failure, texts);
  const name = pieceName(line, texts);
  const { pieces, total, currency } = done.value;
  if (quantity === 0) return { text: t('bag.removed', { name }) };
  return { text: t('bag.added', { name, count: pieces, total: texts.money(total, currency) }) };
}

/** Everything out of the bag, line by line. */
export function* empty(wish: Wish, room: GoalRoom): Goal {
  const texts: string[] = [];
  for (const [index] of room.state.session.cart.lines.entries()) {
    const reply = yield* setQuantity({ ...wish, ordinal: index + 1 }, room, 0);
    texts.push(reply.text);
  }
  return { text: texts.length === 0 ? room.texts.t('bag.empty') : texts.join(' ') };
}

/** The piece that was put in by mistake; nothing where the shopper had said no to it. */
function* undo(wish: Wish, room: GoalRoom): Goal {
  const handle = shownIn(room.state).focus?.handle;
  const { lines } = room.state.session.cart;
  const index = lines.findIndex(
    (line) =>
      line.handle === handle &&
      (wish.size === undefined || same(line.size, wish.size)) &&
      (wish.colour === undefined || same(line.colour, wish.colour)),
  );
  return index < 0 ? { text: '' } : yield* setQuantity({ ...wish, ordinal: index + 1 }, room, 0);
}

export function remove(wish: Wish, room: GoalRoom): Goal {
  if (wish.undoes) return undo(wish, room);
  const { cart, reservations } = room.state.session;
  const onTrial = reservations.some((row) => isActive(row) && row.kind === 'trial');
  if (cart.lines.length === 0 && onTrial) return cancelReservation(wish, room);
  const all = (wish.lot || wish.heard.some((word) => emptying.has(word))) && !namesPiece(wish);
  if (all && wish.colour === undefined) return empty(wish, room);
  const line = meantLine(wish, room);
  // `Take one of the shirts out` leaves the others.
  const out = wish.quantity ?? (/(?:^| )one of /u.test(wish.heard.join(' ')) ? 1 : undefined);
  return setQuantity(
    wish,
    room,
    line === undefined || out === undefined ? 0 : Math.max(0, line.quantity - out),
  );
}

const emptying = new Set('empty clear khali खाली vacia vaciar vacie فرغ فضي افرغ'.split(' '));

/** `One more of the same`; in another size or colour it is a piece of its own. */
export function* oneMore(wish: Wish, room: GoalRoom): Goal {
  const { lines } = room.state.session.cart;
  const pointed = wish.ordinal !== undefined;
  const line = pointed ? undefined : lineOf(withoutOptions(wish), lines, shownIn(room.state).focus?.handle);
  if (line === undefined) return lines.length > 1 && !pointed ? whichLine(room) : yield* add(wish, room);
  const quantity = wish.quantity ?? wish.number ?? 1;
  const other = [wish.size, wish.colour, wish.sizeStep].some((value) => value !== undefined);
  if (other) return yield* changed(wish, line, room, quantity, false);
  const sameAgain = { ...wish, size: line.size ?? undefined, colour: line.colour ?? undefined } as Wish;
  return yield* changed(sameAgain, line, room, line.quantity + quantity, false);
}

const bagWords = new Set('bag cart basket बैग कार्ट bolsa carrito cesta سلتي حقيبه حقيبتي'.split(' '));

/** Another size or colour of a piece in the bag; of one on trial it is brought to the fitting room. */
export function* changeLine(wish: Wish, room: GoalRoom): Goal {
  const { reservations, cart } = room.state.session;
  const onTrial = reservations.some((row) => isActive(row) && row.kind === 'trial');
  const line =
    meantLine(withoutOptions(wish), room) ??
    (wish.pointing && !namesPiece(wish) ? cart.lines.at(-1) : undefined);
  if (onTrial && (line === undefined || !wish.heard.some((word) => bagWords.has(word)))) {
    return yield* otherSize(wish, room, wish.sizeStep);
  }
  if (cart.lines.length === 0)
    return yield* wish.definite && namesPiece(wish) ? startExchange(wish, room) : stock(wish, room);
  if (line === undefined) return whichLine(room);
  return yield* changed(wish, line, room, line.quantity, true);
}

/** The new one goes in before the old one comes out: what cannot be had changes nothing. */
function* changed(wish: Wish, line: Line, room: GoalRoom, quantity: number, swap: boolean): Goal {
  const { texts } = room;
  const { t } = texts;
  const { handle, title } = line;
  const found = yield* call('find_stock', { handle });
  if (!found.ok) return failureReply(found.failure, texts);
  const { figures } = found.value;
  const sizes = [...new Set(figures.flatMap((row) => row.size ?? []))];
  const asked = wish.size ?? (wish.number === undefined ? undefined : String(wish.number));
  const size =
    (wish.sizeStep === undefined
      ? (pick(sizes, asked) ?? asked)
      : stepFrom(sizes, line.size, wish.sizeStep)) ?? (wish.sizeStep === undefined ? line.size : undefined);
  const colours = [...new Set(figures.flatMap((one) => one.colour ?? []))];
  const colour = wish.colour === undefined ? line.colour : pickColour(colours, wish.colour);
  if (colour === undefined) {
    const text = t('ask.otherColour', { title, colours: texts.list(colours, 'disjunction') });
    return { text, asks: true, suggestions: colours.slice(0, 4) };
  }
  if (wish.sizeStep === undefined && asked === undefined && wish.colour === undefined) {
    return { text: t('ask.whichInstead', { title }), asks: true };
  }
  const row = figures.find((one) => same(one.size, size) && same(one.colour, colour));
  if (row === undefined || row.available < quantity) {
    const here = [
      ...new Set(
        figures.flatMap((one) => (one.available > 0 && same(one.colour, colour) ? (one.size ?? []) : [])),
      ),
    ];
    if (here.length === 0)
      return { text: t('stock.noneAtAll', { title }), suggestions: [t('wishes.nearby')] };
    return {
      text: t('ask.otherSize', { title, sizes: texts.list(here, 'disjunction') }),
      asks: true,
      suggestions: here.slice(0, 6),
    };
  }
  const choice = { handle, size: row.size ?? undefined, colour: row.colour ?? undefined };
  const done = yield* call('update_cart', { ...choice, quantity });
  if (!done.ok) return failureReply(done.failure, texts);
  const out = swap ? yield* call('update_cart', { sku: line.sku, quantity: 0 }) : done;
  if (!out.ok) return failureReply(out.failure, texts);
  const { pieces, total, currency } = out.value;
  const name = pieceName({ title, size: row.size, colour: row.colour }, texts);
  return { text: t('bag.added', { name, count: pieces, total: texts.money(total, currency) }) };
}

const same = (value: string | null, wanted: string | null | undefined): boolean =>
  (value ?? '').toLowerCase() === (wanted ?? '').toLowerCase();

function withoutOptions({ size: _size, colour: _colour, number: _number, ...wish }: Wish): Wish {
  return wish;
}
