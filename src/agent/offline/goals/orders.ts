import type { CancelReason } from '../../../contracts/order-change.ts';
import { pieceName } from '../../piece-name.ts';
import { readAddress } from '../address.ts';
import { call, type Goal, type GoalRoom } from '../goal.ts';
import { normalise } from '../normalise.ts';
import { namesPiece, type Wish } from '../wish.ts';
import { reasonIn } from '../words/order-words.ts';
import { failureReply } from './failure.ts';
import {
  chooseLine,
  chooseOrder,
  namesLine,
  numberOf,
  pending,
  received,
  type State,
  unknownOrder,
} from './order-choice.ts';

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
  if (!pending.includes(state)) return { text: texts.t(stateFailures[state] ?? 'failure.order-not-pending') };
  const reason = reasonOf(wish, room);
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
