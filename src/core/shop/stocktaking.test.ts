import { expect, test } from 'vitest';
import { must } from '../testing/must.ts';
import { createTestShop, testStoreId } from '../testing/test-shop.ts';

const soldOutHere = 'marigold-silk-kurta/maroon/l';

test('shops that have it, nearest first, with hours on their own clock', async () => {
  const { shop } = createTestShop();
  const nearby = await shop.stock.nearby(testStoreId, soldOutHere);
  expect(
    nearby.map(({ store, available, distanceMetres, openUntil }) => ({
      store: store.storeId,
      available,
      distanceMetres,
      openUntil,
    })),
  ).toEqual([
    { store: 'hyd-kondapur', available: 3, distanceMetres: 9754, openUntil: 22 * 60 },
    // Closed on Sundays.
    { store: 'blr-indiranagar', available: 2, distanceMetres: 501_396, openUntil: null },
  ]);
});

test('figures come in the order asked, with age and rail; what has no row is 0', async () => {
  const { shop, environment } = createTestShop();
  environment.advance(60_000);
  expect(await shop.stock.here(testStoreId, ['nothing', soldOutHere])).toEqual([
    {
      storeId: testStoreId,
      sku: 'nothing',
      available: 0,
      location: null,
      asOf: '2026-11-22T06:01:00.000Z',
    },
    {
      storeId: testStoreId,
      sku: soldOutHere,
      available: 0,
      location: 'Rail B2',
      asOf: '2026-11-22T06:00:00.000Z',
    },
  ]);
});

test('an unknown shop: the ones that exist', async () => {
  const { shop } = createTestShop();
  expect(await shop.stock.store('nowhere')).toMatchObject({
    failure: { kind: 'not-found', details: { stores: ['hyd-banjara', 'hyd-kondapur', 'blr-indiranagar'] } },
  });
});

test('who is known waits for what is not here; a guest hears how, and what is here is offered', async () => {
  const { shop, member, guest, operations, environment } = createTestShop();
  const [gone, here] = ['indigo-block-kurta/rust/xl', 'indigo-block-kurta/rust/m'];
  const kept = must(await shop.stock.notifyWhenAvailable(await member(), gone));
  expect(Date.parse(kept.until)).toBe(environment.now() + 30 * 24 * 60 * 60_000);
  expect(operations.executed.at(-1)).toMatchObject({ type: 'stock-watched', sku: gone });
  expect(await shop.stock.mayNotify(await guest(), gone)).toMatchObject({ failure: { reason: 'no-phone' } });
  expect(await shop.stock.mayNotify(await member(), gone)).toEqual({ ok: true, value: undefined });
  expect(await shop.stock.notifyWhenAvailable(await guest(), gone)).toMatchObject({
    failure: { kind: 'denied', reason: 'no-phone' },
  });
  expect(await shop.stock.notifyWhenAvailable(await member(), here)).toMatchObject({
    failure: { kind: 'conflict', reason: 'in-stock', details: { available: 1 } },
  });
  expect(await shop.stock.notifyWhenAvailable(await member(), 'nothing')).toMatchObject({
    failure: { reason: 'not-kept-here' },
  });
});
