import { expect, test } from 'vitest';
import { defaultStorePolicy, type StorePolicy } from '../../contracts/store-policy.ts';
import { must } from '../testing/must.ts';
import { createTestShop } from '../testing/test-shop.ts';

const plenty = 'ivory-palazzo/ivory/m';

async function scene(policy?: StorePolicy) {
  const made = createTestShop(policy && { policy });
  const actor = await made.member();
  const { total } = must(await made.shop.carts.setLine(actor, plenty, 2));
  const refused = async (points: number | 'most') => {
    const preview = await made.shop.carts.previewPoints(actor, points);
    expect(await made.shop.carts.redeemPoints(actor, points)).toEqual(preview);
    return preview.ok ? null : preview.failure;
  };
  return { ...made, actor, total, refused };
}

test('what is previewed is what is done: off the total, in the payment, and taken back by none', async () => {
  const { shop, actor, total, operations } = await scene();
  const preview = must(await shop.carts.previewPoints(actor, 300));
  expect(preview).toMatchObject({
    redeemed: { points: 300, worth: 7_500, pointsWanted: 300, pointsLeft: 3_900 },
    total: total - 7_500,
  });
  expect(must(await shop.carts.view(actor)).redeemed).toBeUndefined();
  expect(must(await shop.carts.redeemPoints(actor, 300))).toEqual(preview);
  must(await shop.carts.redeemPoints(actor, 300));
  expect(operations.executed.filter(({ type }) => type === 'points-set')).toHaveLength(1);
  expect(must(await shop.payments.create(actor))).toMatchObject({
    amount: total - 7_500,
    redeemed: { points: 300, worth: 7_500 },
  });
  const without = must(await shop.carts.redeemPoints(actor, 0));
  expect(without.total).toBe(total);
  expect(without.redeemed).toBeUndefined();
  expect(must(await shop.payments.status(actor))).toMatchObject({ state: 'cancelled' });
});

test('the offer comes first, then points; delivery is not paid by them, and is free by what the pieces cost', async () => {
  const { shipHome, ...ways } = defaultStorePolicy.fulfilment;
  const goods = 339_700;
  const { shop, actor } = await scene({
    ...defaultStorePolicy,
    fulfilment: { ...ways, shipHome: { ...shipHome, freeFrom: goods } },
  });
  must(await shop.carts.setLine(actor, plenty, 3));
  must(await shop.carts.applyOffer(actor, 'FESTIVE500'));
  must(await shop.carts.setFulfilment(actor, 'ship-home'));
  expect(must(await shop.carts.redeemPoints(actor, 'most'))).toMatchObject({
    discount: 50_000,
    redeemed: { points: 4_200, worth: 105_000, pointsWanted: 4_200, pointsLeft: 0 },
    fulfilment: { fee: 0 },
    total: goods - 105_000,
  });
  expect(must(await shop.carts.setFulfilment(actor, 'ship-from-shop'))).toMatchObject({
    redeemed: { points: 4_200 },
    total: goods - 105_000 + 14_900,
  });
});

test('as many as possible grows with the bag, and is none in an empty one', async () => {
  const { shop, actor } = await scene();
  const few = must(await shop.carts.redeemPoints(actor, 'most')).redeemed?.points ?? 0;
  const more = must(await shop.carts.setLine(actor, plenty, 5)).redeemed?.points ?? 0;
  expect(few).toBeGreaterThan(100);
  expect(more).toBeGreaterThanOrEqual(few);
  expect(must(await shop.carts.setLine(actor, plenty, 0))).toMatchObject({
    redeemed: { points: 0 },
    total: 0,
  });
});

test('who is not known has no points, online and off', async () => {
  const { shop, guest, capsule, operations, store } = createTestShop();
  for (const actor of [await guest(), await capsule()]) {
    const { sessionId } = actor;
    must(await operations.execute({ type: 'cart-line-set', sessionId, sku: plenty, quantity: 1 }));
    expect(await shop.carts.redeemPoints(actor, 200)).toMatchObject({
      failure: { kind: 'denied', reason: 'not-signed-in' },
    });
    expect(await operations.execute({ type: 'points-set', sessionId, points: 200 })).toMatchObject({
      failure: { reason: 'not-signed-in' },
    });
    must(await shop.carts.redeemPoints(actor, 0));
    expect(store.content().sessions.get(sessionId)?.points).toBeUndefined();
  }
});

test('too many, too few, too small a bag and no bag are told apart, with what is possible', async () => {
  const { shop, actor, refused, operations } = await scene();
  expect(await refused(4_201)).toMatchObject({ reason: 'too-few-points', details: { balance: 4_200 } });
  expect(await refused(99)).toMatchObject({ reason: 'points-least', details: { leastPoints: 100 } });
  must(await shop.carts.setLine(actor, plenty, 0));
  expect(await refused('most')).toMatchObject({ reason: 'cart-empty' });
  expect(operations.executed.map(({ type }) => type)).not.toContain('points-set');
});

test('a retailer may take none, and a bag may be too small', async () => {
  const none = await scene({ ...defaultStorePolicy, points: null });
  expect(await none.refused('most')).toMatchObject({ reason: 'points-not-taken' });
  const high = { worth: 25, leastPoints: 4_000, mostBasisPoints: 1 };
  const small = await scene({ ...defaultStorePolicy, points: high });
  expect(await small.refused('most')).toMatchObject({
    reason: 'points-bag-too-small',
    details: { possible: 0 },
  });
});
