import type { Order, OrderLine } from '../../../contracts/order.ts';
import type { CancelReason } from '../../../contracts/order-change.ts';
import { pieceName } from '../../piece-name.ts';
import { readAddress } from '../address.ts';
import { call, type Goal, type GoalRoom, type Reply, type Steps } from '../goal.ts';
import { normalise, singular } from '../normalise.ts';
import { namesPiece, type Wish } from '../wish.ts';
import { reasonIn } from '../words/order-words.ts';
import type { Chosen } from './choose.ts';
import { failureReply } from './failure.ts';

type State = Order['state'];
const pending: readonly State[] = ['placed', 'packed'];
const received: readonly State[] = ['delivered', 'handed-over'];

/** `MG-10482`, or its digits alone. */
const numberOf = ({ code, number, quantity }: Wish): string | undefined =>
  code ?? [number, quantity].find((digits) => digits !== undefined && digits >= 1000)?.toString();

/** The order that a wish means: the one that was named, or the only one that can be meant; asks where there are several. */
function* chooseOrder(
  wish: Wish,
  { texts }: GoalRoom,
  states: readonly State[],
  fits: (order: Order) => boolean = () => true,
): Steps<Chosen<Order>> {
  const number = numberOf(wish);
  if (number !== undefined) {
    const found = yield* call('get_order', { orderNumber: number });
    return found.ok
      ? { ok: true, value: found.value }
      : { ok: false, reply: unknownOrder(found.failure, number, texts) };
  }
  const listed = yield* call('list_orders', {});
  if (!listed.ok) {
    const guest = states === received && listed.failure.reason === 'not-signed-in';
    return {
      ok: false,
      reply: guest ? { text: texts.t('talk.returns') } : failureReply(listed.failure, texts),
    };
  }
  const able = listed.value.orders.filter(({ state }) => states.includes(state));
  const meant = able.filter(fits);
  // Words that name no piece of any may be about something else; a garment is not.
  const chosen = meant.length === 0 && wish.productType === undefined ? able : meant;
  const [first, ...others] = chosen;
  if (first === undefined) {
    return {
      ok: false,
      reply: { text: texts.t(states === received ? 'talk.returns' : 'orders.nonePending') },
    };
  }
  const pointed = wish.ordinal === undefined ? undefined : chosen[wish.ordinal < 0 ? 0 : wish.ordinal - 1];
  if (others.length === 0 || pointed !== undefined) return { ok: true, value: pointed ?? first };
  return { ok: false, reply: whichOrder(chosen, texts) };
}

function unknownOrder(
  failure: Parameters<typeof failureReply>[0],
  number: string,
  texts: GoalRoom['texts'],
): Reply {
  return failure.kind === 'not-found'
    ? { text: texts.t('orders.unknown', { number }) }
    : failureReply(failure, texts);
}

function whichOrder(orders: readonly Order[], { t, list }: GoalRoom['texts']): Reply {
  const numbers = orders.slice(0, 4).map(({ number }) => number);
  return {
    text: t('ask.whichOrder', { list: list(numbers, 'disjunction') }),
    asks: true,
    suggestions: numbers,
  };
}

/**
 * Lines that a wish may mean; all of them where it names none. Words beside a garment tell lines of it apart, where they say
 * something of one.
 */
function linesMeant(order: Order, wish: Wish): readonly OrderLine[] {
  const typed = titled(
    order.lines,
    wish.productType === undefined || wish.kind !== undefined ? [] : [wish.productType],
  );
  const told = titled(typed, wish.words);
  return told.length === 0 && wish.productType !== undefined ? typed : told;
}

/** Those whose title has all the words. */
function titled(lines: readonly OrderLine[], words: readonly string[]): readonly OrderLine[] {
  const wanted = words.flatMap((word) => normalise(word).split(' ')).map(singular);
  return lines.filter(({ title }) => {
    const said = normalise(title).split(' ').map(singular);
    return wanted.every((word) => said.includes(word));
  });
}

const namesLine =
  (wish: Wish) =>
  (order: Order): boolean =>
    linesMeant(order, wish).length > 0;

/** The one piece of an order that is meant. */
function chooseLine(order: Order, wish: Wish, { texts }: GoalRoom): Chosen<OrderLine> {
  const meant = linesMeant(order, wish);
  const [line, ...others] = meant;
  if (line !== undefined && others.length === 0) return { ok: true, value: line };
  const titles = order.lines.map(({ title }) => title);
  return {
    ok: false,
    reply: {
      text: texts.t('ask.whichOfOrder', {
        number: order.number,
        list: texts.list(titles, 'disjunction'),
      }),
      asks: true,
      suggestions: titles.slice(0, 4),
    },
  };
}

/** What the shopper said of why, in these words or those before. */
function reasonOf({ givesReason }: Wish, { state }: GoalRoom): CancelReason | undefined {
  const before = state.history.findLast(({ role }) => role === 'shopper')?.text ?? '';
  const said = reasonIn(state.utterance) ?? reasonIn(before);
  if (said !== undefined) return said;
  return givesReason ? 'other' : undefined;
}

/** An order that was cancelled is not too late, but done. */
const stateFailures: Partial<Readonly<Record<State, string>>> = { cancelled: 'failure.order-cancelled' };

export function* cancelOrder(wish: Wish, room: GoalRoom): Goal {
  const { texts } = room;
  const order = yield* chooseOrder(wish, room, pending);
  if (!order.ok) return order.reply;
  const { number, state } = order.value;
  const told = stateFailures[state];
  if (told !== undefined) return { text: texts.t(told) };
  // Of one that is gone already it is told at once that it is too late.
  const reason = reasonOf(wish, room) ?? (pending.includes(state) ? undefined : 'other');
  if (reason === undefined) return { text: texts.t('ask.cancelReason', { number }), asks: true };
  const done = yield* call('cancel_order', { orderNumber: number, reason });
  if (!done.ok) return failureReply(done.failure, texts);
  const { refund } = done.value;
  const text = texts.t('orders.cancelled', { number });
  if (refund === null) return { text };
  const amount = texts.money(refund.amount, refund.currency);
  return { text: `${text} ${texts.t('orders.refundNow', { amount })}` };
}

export function* contents(wish: Wish, { texts }: GoalRoom): Goal {
  const number = numberOf(wish);
  const found = yield* call('get_order', { orderNumber: number });
  if (!found.ok) return unknownOrder(found.failure, number ?? '', texts);
  const names = found.value.lines.map((line) => pieceName(line, texts));
  return { text: texts.list(names) };
}

export function* changeAddress(wish: Wish, room: GoalRoom): Goal {
  const { texts, state } = room;
  const address = readAddress(state.utterance);
  // Figures of the address are no order's.
  const order = yield* chooseOrder(address === undefined ? wish : withoutFigures(wish), room, pending);
  if (!order.ok) return order.reply;
  const { number } = order.value;
  if (address === undefined) return { text: texts.t('ask.address', { number }), asks: true };
  const done = yield* call('change_order_address', { orderNumber: number, address });
  return done.ok ? { text: texts.t('orders.addressChanged', { number }) } : failureReply(done.failure, texts);
}

function withoutFigures({ number: _number, quantity: _quantity, ordinal: _ordinal, ...wish }: Wish): Wish {
  return wish;
}

export function* changePayment(wish: Wish, room: GoalRoom): Goal {
  const { texts } = room;
  const order = yield* chooseOrder(wish, room, pending);
  if (!order.ok) return order.reply;
  const done = yield* call('change_order_payment', { orderNumber: order.value.number });
  if (!done.ok) return failureReply(done.failure, texts);
  return { text: settled(done.value.payment, order.value.number, texts, 'orders.changed') };
}

export function* startReturn(wish: Wish, room: GoalRoom): Goal {
  const { texts } = room;
  const order = yield* chooseOrder(wish, room, received, namesLine(wish));
  if (!order.ok) return order.reply;
  const { number, lines } = order.value;
  const all = wish.lot || wholeOrder(wish) || (lines.length === 1 && namesLine(wish)(order.value));
  const line = all ? undefined : chooseLine(order.value, wish, room);
  if (line && !line.ok) return line.reply;
  const done = yield* call('start_return', {
    orderNumber: number,
    items: line && [{ sku: line.value.sku }],
    refund: giftCardWanted(room) ? 'gift-card' : undefined,
  });
  if (!done.ok) return failureReply(done.failure, texts);
  const { refund } = done.value;
  const text = texts.t('orders.return-requested', { number });
  if (refund === null) return { text };
  const amount = texts.money(refund.amount, refund.currency);
  return { text: `${text} ${texts.t('orders.refundLater', { amount })}` };
}

/** `Return order MG-10447`, and no piece of it. */
const wholeOrder = (wish: Wish): boolean =>
  wish.code !== undefined &&
  !namesPiece(wish) &&
  wish.colour === undefined &&
  wish.fabric === undefined &&
  !wish.heard.some((word) => parts.has(word));
const parts = new Set([
  'something',
  'thing',
  'item',
  'piece',
  'one',
  'some',
  'part',
  'two',
  'kuch',
  'कुछ',
  'cheez',
  'चीज',
  'algo',
  'prenda',
  'parte',
  'قطعه',
  'شي',
  'جزء',
]);

const giftCardWanted = ({ state }: GoalRoom): boolean =>
  /gift ?(?:card|voucher)|गिफ्ट ?(?:कार्ड|वाउचर)|tarjeta (?:de )?regalo|(?:بطاقه|كرت|قسيمه) (?:هديه|هدايا)/u.test(
    normalise(state.utterance),
  );

export const startExchange = (wish: Wish, room: GoalRoom): Goal => swap(wish, room, received);

export const changeItems = (wish: Wish, room: GoalRoom): Goal => swap(wish, room, pending);

/** Another variant: whoever has the piece already exchanges it, whatever they call that. */
function* swap(wish: Wish, room: GoalRoom, states: readonly State[]): Goal {
  const { texts } = room;
  const order = yield* chooseOrder(wish, room, states, namesLine(wish));
  if (!order.ok) return order.reply;
  const line = chooseLine(order.value, wish, room);
  if (!line.ok) return line.reply;
  const { sku, title } = line.value;
  // A bare number is a size, unless it is the order's.
  const figure = wish.number !== undefined && wish.number < 1000 ? String(wish.number) : undefined;
  const size = wish.size ?? figure;
  const { colour } = wish;
  if (size === undefined && colour === undefined) {
    return { text: texts.t('ask.whichInstead', { title }), asks: true };
  }
  const exchanged = received.includes(order.value.state);
  const swapped = yield* call(exchanged ? 'start_exchange' : 'change_order_items', {
    orderNumber: order.value.number,
    items: [{ sku, ...(size !== undefined && { size }), ...(colour !== undefined && { colour }) }],
  });
  if (!swapped.ok) return failureReply(swapped.failure, texts);
  const done = exchanged ? 'orders.exchange-requested' : 'orders.changed';
  return { text: settled(swapped.value.payment, order.value.number, texts, done) };
}

/** What was done, or what is to be paid before it is. */
function settled(
  payment: { readonly amount: number; readonly currency: string } | null,
  number: string,
  texts: GoalRoom['texts'],
  done: string,
): string {
  if (payment === null) return texts.t(done, { number });
  const amount = texts.money(payment.amount, payment.currency);
  return texts.t('orders.payFirst', { number, amount });
}

export function* changeOwnAddress(_wish: Wish, { texts, state }: GoalRoom): Goal {
  const address = readAddress(state.utterance);
  if (address === undefined) return { text: texts.t('ask.ownAddress'), asks: true };
  const done = yield* call('change_customer_address', { address });
  return done.ok ? { text: texts.t('orders.addressKept') } : failureReply(done.failure, texts);
}

export function* giveFeedback(wish: Wish, { texts, state }: GoalRoom): Goal {
  const rating = [wish.quantity, wish.number].find(
    (figure) => figure !== undefined && figure >= 1 && figure <= 5,
  );
  if (rating === undefined) {
    return { text: texts.t('ask.rating'), asks: true, suggestions: ['5', '4', '3', '2', '1'] };
  }
  const said = state.utterance.trim();
  const done = yield* call('submit_feedback', {
    orderNumber: wish.code,
    rating,
    text: /\p{L}/u.test(said) ? said.slice(0, 1000) : undefined,
  });
  return done.ok ? { text: texts.t('orders.feedbackKept') } : failureReply(done.failure, texts);
}
