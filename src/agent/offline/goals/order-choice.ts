import type { Order, OrderLine } from '../../../contracts/order.ts';
import { call, type GoalRoom, type Reply, type Steps } from '../goal.ts';
import { normalise, singular } from '../normalise.ts';
import type { Wish } from '../wish.ts';
import type { Chosen } from './choose.ts';
import { failureReply } from './failure.ts';

export type State = Order['state'];
export const pending: readonly State[] = ['placed', 'packed'];
export const received: readonly State[] = ['delivered', 'handed-over'];

/** `MG-10482`, or its digits alone. */
export const numberOf = ({ code, number, quantity }: Wish): string | undefined =>
  code ?? [number, quantity].find((digits) => digits !== undefined && digits >= 1000)?.toString();

/** The order that a wish means: the one that was named, or the only one that can be meant; asks where there are several. */
export function* chooseOrder(
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

export function unknownOrder(
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

export const namesLine =
  (wish: Wish) =>
  (order: Order): boolean =>
    linesMeant(order, wish).length > 0;

/** The one piece of an order that is meant. */
export function chooseLine(order: Order, wish: Wish, { texts }: GoalRoom): Chosen<OrderLine> {
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
