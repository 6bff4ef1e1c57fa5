import { expect, test } from 'vitest';
import { must } from '../testing/must.ts';
import { createTestShop } from '../testing/test-shop.ts';

const plenty = 'ivory-palazzo/ivory/m';

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
