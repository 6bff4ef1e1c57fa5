import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Variant } from '../../contracts/catalogue.ts';
import type { Order } from '../../contracts/order.ts';
import type { OrderChange } from '../../contracts/order-change.ts';
import { defaultStorePolicy, type StorePolicy } from '../../contracts/store-policy.ts';
import { fixtureProducts } from '../testing/fixture-catalogue.ts';
import { type ChangePlan, planChange } from './plan-change.ts';

const day = 24 * 60 * 60_000;
const placed = Date.UTC(2026, 10, 1, 9);
const came = placed + 5 * day;
const [product] = fixtureProducts.filter(({ variants }) => variants.length >= 3);
const [small, medium, large] = product?.variants ?? [];
if (!product || !small || !medium || !large)
  throw new Error('The fixture has no product with three variants');

const lineOf = (variant: Variant, quantity: number, unitPrice: number) => ({
  ...{ sku: variant.sku, handle: product.handle, title: product.title },
  ...{ size: variant.size, colour: variant.colour, quantity, unitPrice },
});

const orderOf = (state: Order['state'], fields: Partial<Order> = {}): Order => {
  const has = state === 'delivered' || state === 'handed-over';
  const at = new Date(placed).toISOString();
  return {
    ...{ orderId: '019a0000-0000-7000-8000-000000000001', number: 'MG-10001', state, storeId: 'hyd-banjara' },
    placedAt: at,
    lines: [lineOf(small, 2, 100_000)],
    notes: [],
    ...{ subtotal: 200_000, discount: 0, total: 200_000, currency: product?.currency ?? 'INR' },
    events: [
      { at, state: 'placed', note: '' },
      ...(has ? [{ at: new Date(came).toISOString(), state, note: '' }] : []),
    ],
    expectedAt: null,
    ...fields,
  };
};

const cheaper = (price: number) => [
  { ...product, variants: product.variants.map((variant) => ({ ...variant, price })) },
];
const plan = (
  order: Order,
  change: OrderChange,
  { policy = defaultStorePolicy, at = came + day, price = 100_000 } = {},
) => planChange(order, change, { policy, products: cheaper(price), at });
const reason = (...given: Parameters<typeof plan>) => {
  const planned = plan(...given);
  return planned.ok ? null : planned.failure.reason;
};
const value = (...given: Parameters<typeof plan>): ChangePlan => {
  const planned = plan(...given);
  if (!planned.ok) throw new Error(planned.failure.message);
  return planned.value;
};

const swap = { sku: small.sku, newSku: medium.sku };
const address = { street: '12 MG Road', city: 'Pune', postalCode: '411001' };
const changes = {
  cancel: { type: 'cancel', reason: 'ordered-by-mistake' },
  address: { type: 'address', address },
  items: { type: 'items', items: [swap] },
  payment: { type: 'payment' },
  return: { type: 'return', items: [{ sku: small.sku }], refund: 'original' },
  exchange: { type: 'exchange', items: [swap] },
} satisfies Record<OrderChange['type'], OrderChange>;

describe('which order can be changed how', () => {
  const pending = 'order-not-pending';
  const away = 'order-not-delivered';
  const over = 'returned-already';
  it.each([
    // state, cancel, address, items, payment, return, exchange
    ['placed', null, null, null, null, away, away],
    ['packed', null, pending, pending, pending, away, away],
    ['shipped', pending, pending, pending, pending, away, away],
    ['delivered', pending, pending, pending, pending, null, null],
    ['handed-over', pending, pending, pending, pending, null, null],
    ['cancelled', 'order-cancelled', 'order-cancelled', 'order-cancelled', 'order-cancelled', away, away],
    ['return-requested', pending, pending, pending, pending, over, over],
    ['returned', pending, pending, pending, pending, over, over],
    ['exchange-requested', pending, pending, pending, pending, over, over],
    ['exchanged', pending, pending, pending, pending, over, over],
  ] as const)('%s', (state, ...expected) => {
    expect(Object.values(changes).map((change) => reason(orderOf(state), change))).toEqual(expected);
  });

  it('follows the retailer, to the instant', () => {
    const policy: StorePolicy = {
      ...defaultStorePolicy,
      cancellations: { states: ['placed'], hours: 2 },
      changes: { states: [], hours: null },
      returns: { days: 14, refunds: ['gift-card'] },
      exchanges: { days: 0 },
    };
    const hour = 60 * 60_000;
    expect(reason(orderOf('placed'), changes.cancel, { policy, at: placed + 2 * hour })).toBeNull();
    expect(reason(orderOf('placed'), changes.cancel, { policy, at: placed + 2 * hour + 1 })).toBe('too-late');
    expect(reason(orderOf('packed'), changes.cancel, { policy, at: placed })).toBe('order-not-pending');
    expect(reason(orderOf('placed'), changes.items, { policy, at: placed })).toBe('order-not-pending');
    const gift = { ...changes.return, refund: 'gift-card' as const };
    expect(reason(orderOf('delivered'), gift, { policy, at: came + 14 * day })).toBeNull();
    expect(reason(orderOf('delivered'), gift, { policy, at: came + 14 * day + 1 })).toBe('too-late');
    expect(reason(orderOf('delivered'), changes.return, { policy })).toBe('refund-route');
    expect(reason(orderOf('delivered'), changes.exchange, { policy })).toBe('never-allowed');
  });

  it('items and payment once each, the address as often as one likes', () => {
    for (const change of [changes.items, changes.payment, changes.address]) {
      const { after } = value(orderOf('placed'), change);
      expect(after.revision).toBe(1);
      const again =
        change.type === 'items' ? { ...change, items: [{ sku: medium.sku, newSku: large.sku }] } : change;
      expect(reason(after, again)).toBe(change.type === 'address' ? null : 'changed-already');
    }
  });
});

describe('which pieces', () => {
  it.each([
    ['another’s', { sku: 'no-such-piece', newSku: medium.sku }, 'not-in-order'],
    ['the same', { sku: small.sku, newSku: small.sku }, 'other-variant-only'],
    ['another product’s', { sku: small.sku, newSku: 'silk-saree/red' }, 'other-variant-only'],
    ['more than there are', { ...swap, quantity: 3 }, 'too-many-pieces'],
  ])('refuses %s', (_, item, expected) => {
    expect(reason(orderOf('placed'), { type: 'items', items: [item] })).toBe(expected);
    expect(reason(orderOf('delivered'), { type: 'exchange', items: [item] })).toBe(expected);
  });

  it('refuses a piece that is named twice, and one that is not sold any more', () => {
    const twice = {
      type: 'return',
      items: [{ sku: small.sku }, { sku: small.sku }],
      refund: 'original',
    } as const;
    expect(reason(orderOf('delivered'), twice)).toBe('piece-named-twice');
    const gone = planChange(orderOf('placed'), changes.items, {
      ...{ policy: defaultStorePolicy, products: [], at: placed },
    });
    expect(gone).toMatchObject({ failure: { kind: 'not-found', reason: 'sku-unknown' } });
  });

  it('joins the line that is there already, unless it cost something else', () => {
    const lines = (unitPrice: number) => [lineOf(small, 2, 100_000), lineOf(medium, 1, unitPrice)];
    const both = (unitPrice: number) =>
      orderOf('placed', {
        lines: lines(unitPrice),
        subtotal: 200_000 + unitPrice,
        total: 200_000 + unitPrice,
      });
    expect(value(both(100_000), changes.items).after.lines).toEqual([lineOf(medium, 3, 100_000)]);
    expect(reason(both(90_000), changes.items)).toBe('in-order-already');
  });
});

describe('what it costs', () => {
  it('a cancelled order gives back all that was paid, and its pieces', () => {
    const order = orderOf('packed', { discount: 20_000, total: 180_000 });
    expect(value(order, changes.cancel)).toMatchObject({
      after: { state: 'cancelled', events: [{}, { change: 'cancel', note: 'ordered-by-mistake' }] },
      ...{ owed: 0, refund: 180_000, due: 'now', take: [] },
      giveBack: [{ sku: small.sku, quantity: 2 }],
    });
  });

  it('dearer is owed first, cheaper goes back at once from a pending order, on return from one that was delivered', () => {
    const one = { items: [{ ...swap, quantity: 1 }] };
    expect(value(orderOf('placed'), { type: 'items', ...one }, { price: 130_000 })).toMatchObject({
      ...{ owed: 30_000, refund: 0, due: 'now' },
      after: {
        total: 230_000,
        lines: [
          { sku: small.sku, quantity: 1 },
          { sku: medium.sku, unitPrice: 130_000 },
        ],
      },
      take: [{ sku: medium.sku, quantity: 1 }],
      giveBack: [{ sku: small.sku, quantity: 1 }],
    });
    expect(value(orderOf('placed'), { type: 'items', ...one }, { price: 70_000 })).toMatchObject({
      ...{ owed: 0, refund: 30_000, due: 'now' },
    });
    expect(value(orderOf('delivered'), { type: 'exchange', ...one }, { price: 70_000 })).toMatchObject({
      ...{ owed: 0, refund: 30_000, due: 'on-return', giveBack: [] },
      after: { state: 'exchange-requested', total: 200_000, lines: [{ sku: small.sku, quantity: 2 }] },
    });
  });

  it('a discount stays as it was in money, and never takes off more than there is', () => {
    const order = orderOf('placed', { discount: 150_000, total: 50_000 });
    expect(value(order, changes.items, { price: 60_000 })).toMatchObject({
      ...{ owed: 0, refund: 50_000 },
      after: { subtotal: 120_000, discount: 120_000, total: 0 },
    });
  });

  it('delivery stays paid for when pieces change or come back, and goes back with an order that is cancelled', () => {
    const sent = {
      fulfilment: { method: 'ship-home', fee: 7_900 },
      discount: 20_000,
      total: 187_900,
    } as const;
    expect(value(orderOf('placed', sent), changes.cancel)).toMatchObject({ refund: 187_900 });
    expect(value(orderOf('placed', sent), changes.items, { price: 110_000 })).toMatchObject({
      ...{ owed: 20_000, refund: 0 },
      after: { subtotal: 220_000, discount: 20_000, total: 207_900, fulfilment: sent.fulfilment },
    });
    const [one, all] = [1, 2].map((quantity) =>
      value(orderOf('delivered', sent), { ...changes.return, items: [{ sku: small.sku, quantity }] }),
    );
    expect([one?.refund, all?.refund]).toEqual([90_000, 180_000]);
  });

  it('a payment anew owes the whole, and gives the whole back; of nothing there is nothing to pay', () => {
    expect(value(orderOf('placed'), changes.payment)).toMatchObject({ owed: 200_000, refund: 200_000 });
    expect(reason(orderOf('placed', { discount: 200_000, total: 0 }), changes.payment)).toBe(
      'nothing-to-pay',
    );
  });
});

test('returned in any parts, never more goes back than was paid, and of all pieces all of it', () => {
  const parts = fc.record({
    prices: fc.array(fc.integer({ min: 1, max: 10 ** 12 }), { minLength: 2, maxLength: 3 }),
    share: fc.integer({ min: 0, max: 1000 }),
    returned: fc.subarray([0, 1, 2]),
  });
  fc.assert(
    fc.property(parts, ({ prices, share, returned }) => {
      const variants = [small, medium, large];
      const lines = prices.map((price, index) => lineOf(variants[index] ?? small, 1, price));
      const subtotal = prices.reduce((sum, price) => sum + price, 0);
      const discount = Math.floor((subtotal * share) / 1000);
      const order = orderOf('delivered', { lines, subtotal, discount, total: subtotal - discount });
      const refundOf = (some: typeof lines) =>
        some.length === 0
          ? 0
          : value(order, { type: 'return', items: some.map(({ sku }) => ({ sku })), refund: 'original' })
              .refund;
      const some = lines.filter((_, index) => returned.includes(index));
      const others = lines.filter((line) => !some.includes(line));
      const sum = refundOf(some) + refundOf(others);
      expect(refundOf(lines)).toBe(order.total);
      expect(sum <= order.total && order.total - sum <= 1).toBe(true);
      expect(Number.isSafeInteger(sum)).toBe(true);
    }),
  );
});
