import type { Order } from '../../contracts/order.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { RefundRoute } from '../../contracts/store-policy.ts';
import { exchangeLines, type LineItem, withLines } from './order-lines.ts';

/** Where an order can go from where it is, by what the shop does. What the shopper has changed is not among it. */
const steps: Readonly<Partial<Record<Order['state'], readonly Order['state'][]>>> = {
  placed: ['packed', 'shipped', 'handed-over'],
  packed: ['shipped', 'handed-over'],
  shipped: ['delivered'],
  'return-requested': ['returned'],
  'exchange-requested': ['exchanged'],
};

export interface AdvancedOrder {
  readonly after: Order;
  /** Pieces that the shop has again. */
  readonly back: readonly LineItem[];
  /** Minor units, for those. */
  readonly refund: { readonly amount: number; readonly route: RefundRoute } | null;
}

/** A step that the shop takes with an order. `returned` and `exchanged`: the pieces that it waited for are here. */
export function advanceOrder(order: Order, to: Order['state'], at: number): Result<AdvancedOrder> {
  const possible = steps[order.state] ?? [];
  if (!possible.includes(to)) {
    return fail(
      'conflict',
      `Order ${order.number} is ${order.state}: ${possible.length === 0 ? 'there is nothing more to do about it' : `it can be ${possible.join(' or ')} next`}.`,
      { reason: 'no-such-step', details: { state: order.state, possible } },
    );
  }
  const event = { at: new Date(at).toISOString(), state: to, note: '' };
  const moved: Order = {
    ...order,
    state: to,
    revision: (order.revision ?? 0) + 1,
    events: [...order.events, event],
    ...((to === 'delivered' || to === 'handed-over') && { expectedAt: null }),
  };
  if (!order.takingBack) return succeed({ after: moved, back: [], refund: null });
  const { takingBack, ...closed } = moved;
  const { items, replacements, refund, route } = order.takingBack;
  const after = replacements.length === 0 ? succeed(closed) : exchanged(closed, items, replacements);
  if (!after.ok) return after;
  return succeed({
    after: after.value,
    back: items,
    refund: refund > 0 ? { amount: refund, route } : null,
  });
}

function exchanged(
  order: Order,
  items: readonly LineItem[],
  replacements: NonNullable<Order['takingBack']>['replacements'],
): Result<Order> {
  const lines = exchangeLines(order.lines, items, replacements);
  if (!lines.ok) return lines;
  return succeed(withLines(order, lines.value));
}
