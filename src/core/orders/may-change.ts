import type { Order, OrderChangeType } from '../../contracts/order.ts';
import { assertNever, fail, type Result, succeed } from '../../contracts/result.ts';
import type { StorePolicy } from '../../contracts/store-policy.ts';

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/**
 * Whether an order can be changed like that at the given instant (milliseconds since 1970): pending ones are cancelled and
 * changed, those that the shopper has are returned and exchanged, and but for the address each once. A failure says what
 * can be done instead.
 */
export function mayChange(
  order: Order,
  type: OrderChangeType,
  policy: StorePolicy,
  at: number,
): Result<void> {
  switch (type) {
    case 'cancel':
      return whilePending(order, policy.cancellations, at, 'cancelled');
    case 'address':
    case 'items':
    case 'payment': {
      const pending = whilePending(order, policy.changes, at, 'changed');
      if (!pending.ok || type === 'address') return pending;
      return order.events.some(({ change }) => change === type)
        ? fail(
            'conflict',
            `The ${type === 'items' ? 'pieces' : 'payment'} of this order have been changed once, and once is all. Cancel the order if it is still possible, or return pieces later.`,
            { reason: 'changed-already', details: { number: order.number } },
          )
        : pending;
    }
    case 'return':
      return afterDelivery(order, policy.returns.days, at, 'returned');
    case 'exchange':
      return afterDelivery(order, policy.exchanges.days, at, 'exchanged');
    default:
      return assertNever(type);
  }
}

function whilePending(
  order: Order,
  rule: StorePolicy['changes'],
  at: number,
  done: 'cancelled' | 'changed',
): Result<void> {
  const details = { number: order.number, state: order.state };
  if (order.state === 'cancelled') {
    return fail('conflict', `Order ${order.number} is cancelled already.`, {
      reason: 'order-cancelled',
      details,
    });
  }
  if (!rule.states.some((state) => state === order.state)) {
    return fail(
      'conflict',
      rule.states.length === 0
        ? `Orders cannot be ${done} in this shop. Offer a return once it has arrived.`
        : `Order ${order.number} is ${order.state}: only ${rule.states.join(' or ')} orders can be ${done}. Offer a return or an exchange once it has arrived.`,
      { reason: 'order-not-pending', details: { ...details, states: rule.states } },
    );
  }
  if (rule.hours !== null && at > Date.parse(order.placedAt) + rule.hours * hourMs) {
    return fail(
      'conflict',
      `Orders can be ${done} within ${rule.hours} hours, which are over. Offer a return once it has arrived.`,
      { reason: 'too-late', details: { ...details, hours: rule.hours } },
    );
  }
  return succeed(undefined);
}

function afterDelivery(order: Order, days: number, at: number, done: 'returned' | 'exchanged'): Result<void> {
  const details = { number: order.number, state: order.state };
  if (order.state.startsWith('return') || order.state.startsWith('exchange')) {
    return fail(
      'conflict',
      `Order ${order.number} is ${order.state}: an order is returned or exchanged once. An associate can look at it.`,
      { reason: 'returned-already', details },
    );
  }
  if (order.state !== 'delivered' && order.state !== 'handed-over') {
    return fail(
      'conflict',
      `Order ${order.number} is ${order.state}: it can be ${done} only once the shopper has it. ${order.state === 'cancelled' ? 'It was cancelled.' : 'Until it is on its way it may be cancelled or changed instead.'}`,
      { reason: 'order-not-delivered', details },
    );
  }
  if (days === 0) {
    return fail('conflict', `Pieces cannot be ${done} in this shop.`, { reason: 'never-allowed', details });
  }
  if (at > haveSince(order) + days * dayMs) {
    return fail(
      'conflict',
      `Pieces can be ${done} within ${days} days, which are over. An associate can say whether anything can be done.`,
      { reason: 'too-late', details: { ...details, days } },
    );
  }
  return succeed(undefined);
}

/** Milliseconds since 1970. An order that was delivered without a word of when counts from its beginning. */
function haveSince({ events, placedAt }: Order): number {
  const came = events.find(({ state }) => state === 'delivered' || state === 'handed-over');
  return Date.parse(came?.at ?? placedAt);
}
