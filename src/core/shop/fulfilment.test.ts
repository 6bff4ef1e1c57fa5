import { expect, test } from 'vitest';
import { fulfilmentMethod } from '../../contracts/fulfilment.ts';
import { defaultStorePolicy } from '../../contracts/store-policy.ts';
import { must } from '../testing/must.ts';
import { createTestShop } from '../testing/test-shop.ts';

const plenty = 'ivory-palazzo/ivory/m';
const theLast = 'indigo-block-kurta/rust/m';
const soldOut = 'indigo-block-kurta/rust/xl';
const { shipHome } = defaultStorePolicy.fulfilment;

async function scene(channel: 'kiosk' | 'web' = 'kiosk') {
  const test = createTestShop();
  const actor = { ...(await test.guest()), channel };
  must(await test.shop.carts.setLine(actor, plenty, 1));
  return { ...test, actor };
}

test('the fee of the chosen way is in the total, the payment, and gone with an empty bag', async () => {
  const { shop, actor } = await scene();
  const before = must(await shop.carts.view(actor));
  const after = must(await shop.carts.setFulfilment(actor, 'ship-from-shop'));
  expect(after).toMatchObject({
    fulfilment: { method: 'ship-from-shop', fee: 14_900 },
    total: before.total + 14_900,
  });
  expect(must(await shop.payments.create(actor))).toMatchObject({ amount: before.total + 14_900 });
  const empty = must(await shop.carts.setLine(actor, plenty, 0));
  expect(empty).toMatchObject({ total: 0 });
  expect(empty.fulfilment).toBeUndefined();
});

test('choosing twice changes once; choosing another way takes the open link back', async () => {
  const { shop, actor, operations } = await scene();
  must(await shop.carts.setFulfilment(actor, 'pick-up'));
  must(await shop.carts.setFulfilment(actor, 'pick-up'));
  expect(operations.executed.filter(({ type }) => type === 'fulfilment-set')).toHaveLength(1);
  must(await shop.payments.create(actor));
  must(await shop.carts.setFulfilment(actor, 'take-now'));
  expect(must(await shop.payments.status(actor))).toMatchObject({ state: 'cancelled' });
});

test('what is not possible is refused with what is', async () => {
  const { shop, actor } = await scene('web');
  expect(await shop.carts.setFulfilment(actor, 'take-now')).toMatchObject({
    failure: {
      kind: 'conflict',
      reason: 'fulfilment-not-possible',
      details: { obstacle: 'not-in-shop', possible: ['pick-up', 'ship-from-shop', 'ship-home'] },
    },
  });
});

test('a way that was possible where it was chosen, and is not where it is paid, is not paid for', async () => {
  const { shop, actor } = await scene();
  must(await shop.carts.setFulfilment(actor, 'take-now'));
  const atHome = { ...actor, channel: 'web' } as const;
  expect(await shop.payments.create(atHome)).toMatchObject({
    failure: { kind: 'conflict', reason: 'fulfilment-not-possible', details: { method: 'take-now' } },
  });
  must(await shop.payments.create(actor));
});

test('a piece that is not in this shop goes no way from here, and is named as the obstacle', async () => {
  const { shop, actor, operations } = await scene();
  must(await shop.carts.setLine(actor, soldOut, 1));
  for (const method of fulfilmentMethod.options) {
    expect(await shop.carts.setFulfilment(actor, method)).toMatchObject({
      failure: { kind: 'conflict', details: { method, obstacle: 'not-here', possible: [] } },
    });
  }
  expect(operations.executed.map(({ type }) => type)).not.toContain('fulfilment-set');
});

test('the last piece is paid for once it is chosen how it goes, and the same link is given again', async () => {
  const { shop, actor } = await scene();
  must(await shop.carts.setLine(actor, plenty, 0));
  must(await shop.carts.setLine(actor, theLast, 1));
  must(await shop.carts.setFulfilment(actor, 'ship-home'));
  const first = must(await shop.payments.create(actor));
  expect(must(await shop.payments.create(actor))).toEqual(first);
  expect(must(await shop.carts.setFulfilment(actor, 'pick-up')).total).toBe(first.amount - 7_900);
});

test('what the retailer does not offer is refused, also where it was chosen before', async () => {
  const ways = { ...defaultStorePolicy.fulfilment, shipHome: { ...shipHome, offered: false } };
  const { shop, guest, store, operations } = createTestShop({
    policy: { ...defaultStorePolicy, fulfilment: ways },
  });
  const actor = await guest();
  must(await shop.carts.setLine(actor, plenty, 1));
  const refused = {
    failure: { reason: 'fulfilment-not-possible', details: { obstacle: 'not-offered' } },
  };
  expect(await shop.carts.setFulfilment(actor, 'ship-home')).toMatchObject(refused);
  must(await operations.execute({ type: 'fulfilment-set', sessionId: actor.sessionId, method: 'ship-home' }));
  expect(await shop.payments.create(actor)).toMatchObject(refused);
  expect(await store.read((read) => read.reservations.ofSession(actor.sessionId))).toEqual([]);
});

test('delivery is free by what is left after the discount, and the total is exact', async () => {
  const { shop, guest } = createTestShop({
    policy: {
      ...defaultStorePolicy,
      fulfilment: { ...defaultStorePolicy.fulfilment, shipHome: { ...shipHome, freeFrom: 350_000 } },
    },
  });
  const actor = await guest();
  const { subtotal } = must(await shop.carts.setLine(actor, plenty, 3));
  expect(must(await shop.carts.setFulfilment(actor, 'ship-home'))).toMatchObject({
    fulfilment: { fee: 0 },
    total: subtotal,
  });
  expect(must(await shop.carts.applyOffer(actor, 'FESTIVE500'))).toMatchObject({
    fulfilment: { fee: 7_900 },
    discount: 50_000,
    total: subtotal - 50_000 + 7_900,
  });
});
