import type { Product } from '../../contracts/catalogue.ts';
import type { Order, OrderLine } from '../../contracts/order.ts';
import type { OrderChange } from '../../contracts/order-change.ts';
import { assertNever, fail, type Result, succeed } from '../../contracts/result.ts';
import type { RefundRoute, StorePolicy } from '../../contracts/store-policy.ts';
import { mayChange } from './may-change.ts';
import { exchangeLines, itemsOf, type LineItem, replacementsOf, subtotalOf } from './order-lines.ts';

/** What a change comes to, before anything is done. Amounts in minor units of the order's currency. */
export interface ChangePlan {
  /** The order once it is through. */
  readonly after: Order;
  /** To be paid before anything changes. */
  readonly owed: number;
  /** Goes back to the shopper. */
  readonly refund: number;
  readonly route: RefundRoute;
  readonly due: 'now' | 'on-return';
  /** Units that the change needs from the shop. */
  readonly take: readonly OrderLine[];
  /** Units that the shop has again at once: they had never left it. */
  readonly giveBack: readonly LineItem[];
}

export interface ChangeFacts {
  readonly policy: StorePolicy;
  /** Of the order's lines; one that is not there is not sold any more. */
  readonly products: readonly Product[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Whether and how an order can be changed; the same rules for whoever shows it and whoever does it. Prices are those of now
 * for pieces that come in, and those that were paid for pieces that go out. An order keeps its discount in money, never more
 * than what is left.
 */
export function planChange(order: Order, change: OrderChange, facts: ChangeFacts): Result<ChangePlan> {
  const allowed = mayChange(order, change.type, facts.policy, facts.at);
  if (!allowed.ok) return allowed;
  switch (change.type) {
    case 'cancel':
      return succeed({
        ...nothing(order),
        after: stamped({ ...order, state: 'cancelled', expectedAt: null }, change, facts.at, change.reason),
        refund: order.total,
        giveBack: order.lines.map(({ sku, quantity }) => ({ sku, quantity })),
      });
    case 'address':
      return succeed({ ...nothing(order), after: stamped(order, change, facts.at) });
    case 'payment':
      if (order.total <= 0) {
        return fail('invalid', 'Nothing was paid for this order, so there is nothing to pay anew.', {
          reason: 'nothing-to-pay',
        });
      }
      return succeed({
        ...nothing(order),
        after: stamped(order, change, facts.at),
        owed: order.total,
        refund: order.total,
      });
    case 'items':
      return planItems(order, change, facts);
    case 'return':
      return planReturn(order, change, facts);
    case 'exchange':
      return planExchange(order, change, facts);
    default:
      return assertNever(change);
  }
}

type Change<T extends OrderChange['type']> = Extract<OrderChange, { type: T }>;

const nothing = (order: Order): ChangePlan => ({
  after: order,
  owed: 0,
  refund: 0,
  route: 'original',
  due: 'now',
  take: [],
  giveBack: [],
});

/** Of an order after a change: one event more, and a revision that whoever saw the one before does not know. */
function stamped(order: Order, { type }: OrderChange, at: number, note = ''): Order {
  const event = { at: new Date(at).toISOString(), state: order.state, note, change: type };
  return { ...order, revision: (order.revision ?? 0) + 1, events: [...order.events, event] };
}

function planItems(order: Order, change: Change<'items'>, facts: ChangeFacts): Result<ChangePlan> {
  const swapped = swap(order, change, facts);
  if (!swapped.ok) return swapped;
  const { out, replacements, money, difference } = swapped.value;
  return succeed({
    ...nothing(order),
    after: stamped({ ...order, ...money }, change, facts.at),
    owed: Math.max(0, difference),
    refund: Math.max(0, -difference),
    take: replacements,
    giveBack: out,
  });
}

/** The lines stay as they are until the shop has the pieces; the difference is paid before, or given back then. */
function planExchange(order: Order, change: Change<'exchange'>, facts: ChangeFacts): Result<ChangePlan> {
  const swapped = swap(order, change, facts);
  if (!swapped.ok) return swapped;
  const { out, replacements, difference } = swapped.value;
  const refund = Math.max(0, -difference);
  const takingBack = { items: out, replacements, refund, route: 'original' as const };
  return succeed({
    ...nothing(order),
    after: stamped({ ...order, state: 'exchange-requested', takingBack }, change, facts.at),
    owed: Math.max(0, difference),
    refund,
    due: 'on-return',
    take: replacements,
  });
}

interface Swapped {
  readonly out: readonly LineItem[];
  readonly replacements: readonly OrderLine[];
  readonly money: Pick<Order, 'lines' | 'subtotal' | 'discount' | 'total'>;
  /** Minor units that the order costs more. */
  readonly difference: number;
}

function swap(
  order: Order,
  { items }: Change<'items' | 'exchange'>,
  { products }: ChangeFacts,
): Result<Swapped> {
  const out = itemsOf(order, items);
  if (!out.ok) return out;
  const replacements = replacementsOf(order, items, products);
  if (!replacements.ok) return replacements;
  const lines = exchangeLines(order.lines, out.value, replacements.value);
  if (!lines.ok) return lines;
  const money = priced(order, lines.value);
  return succeed({
    out: out.value,
    replacements: replacements.value,
    money,
    difference: money.total - order.total,
  });
}

/** Other lines with the order's discount, which never takes off more than there is, and its delivery as it was paid. */
function priced(order: Order, lines: readonly OrderLine[]): Swapped['money'] {
  const subtotal = subtotalOf(lines);
  const discount = Math.min(order.discount, subtotal);
  return { lines, subtotal, discount, total: subtotal - discount + feeOf(order) };
}

function planReturn(order: Order, change: Change<'return'>, facts: ChangeFacts): Result<ChangePlan> {
  const { refunds } = facts.policy.returns;
  if (!refunds.includes(change.refund)) {
    return fail('invalid', `Money goes back like this here: ${refunds.join(' or ')}. Ask which.`, {
      reason: 'refund-route',
      details: { refunds },
    });
  }
  const items = itemsOf(order, change.items);
  if (!items.ok) return items;
  const refund = shareOf(order, items.value);
  const takingBack = { items: items.value, replacements: [], refund, route: change.refund };
  return succeed({
    ...nothing(order),
    after: stamped({ ...order, state: 'return-requested', takingBack }, change, facts.at),
    refund,
    route: change.refund,
    due: 'on-return',
  });
}

/** Minor units for delivery. They go back with an order that is cancelled, and not with pieces that had been delivered. */
const feeOf = ({ fulfilment }: Order): number => fulfilment?.fee ?? 0;

/**
 * What was paid for some pieces of an order: their part of the total but for delivery, by their prices, rounded down to the
 * minor unit; all of them are all of it. Exact also where the product passes 2^53.
 */
function shareOf(order: Order, items: readonly LineItem[]): number {
  const worth = subtotalOf(
    order.lines.map((line) => ({
      ...line,
      quantity: items.find(({ sku }) => sku === line.sku)?.quantity ?? 0,
    })),
  );
  const whole = subtotalOf(order.lines);
  const paid = BigInt(order.total - feeOf(order));
  return whole === 0 ? 0 : Number((paid * BigInt(worth)) / BigInt(whole));
}
