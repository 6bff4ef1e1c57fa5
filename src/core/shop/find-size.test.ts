import { expect, test } from 'vitest';
import { fixtureOrder } from '../testing/fixture-order.ts';
import { must } from '../testing/must.ts';
import { createTestShop } from '../testing/test-shop.ts';

const ask = { handle: 'ivory-chikan-kurta', measures: {} };

test('a member’s kept kurta says which size, and what is here of it', async () => {
  const { shop, member } = createTestShop();
  const advice = must(await shop.browsing.findSize(await member(), { ...ask, colour: 'ivory' }));
  expect(advice).toMatchObject({
    title: 'Ivory Chikankari Kurta',
    size: 'M',
    reasons: [{ kind: 'kept', size: 'M', title: 'Indigo Block Print Kurta' }],
    missing: [],
  });
  expect(new Set(advice.figures.map(({ colour }) => colour))).toEqual(new Set(['Ivory']));
});

test('a guest, and a session from a bare code, are not known', async () => {
  const { shop, guest, capsule, store } = createTestShop();
  const actor = await capsule();
  store.content().orders.set(actor.sessionId, [fixtureOrder]);
  for (const who of [await guest(), actor]) {
    expect(must(await shop.browsing.findSize(who, ask))).toMatchObject({
      size: null,
      sure: 'not',
      reasons: [],
    });
  }
});

test('a measure is used and leaves no trace; what does not exist is said', async () => {
  const { shop, guest, operations } = createTestShop();
  const actor = await guest();
  const before = operations.executed.length;
  must(await shop.browsing.findSize(actor, { ...ask, measures: { chest: 900 } }));
  expect(operations.executed).toHaveLength(before);
  expect(await shop.browsing.findSize(actor, { ...ask, handle: 'nothing' })).toMatchObject({
    failure: { kind: 'not-found' },
  });
});
