import { expect, test } from 'vitest';
import { must } from '../testing/must.ts';
import { createTestShop } from '../testing/test-shop.ts';

test('offers come best first, with what they save and why the others do not', async () => {
  const { shop, member } = createTestShop();
  const actor = await member();
  must(await shop.carts.setLine(actor, 'indigo-block-kurta/rust/m', 1));
  const offers = must(await shop.benefits.offers(actor));
  expect(offers.map(({ offer, saves, reason }) => [offer.code, saves, reason])).toEqual([
    ['GOLD20', 37_980, null],
    ['KURTA15', 28_485, null],
    [
      'FESTIVE500',
      0,
      'The offer FESTIVE500 needs ₹1,101 more in the cart. Add another piece, or choose another offer.',
    ],
  ]);
});

test('points and tier of a member', async () => {
  const { shop, member } = createTestShop();
  expect(must(await shop.benefits.loyalty(await member()))).toEqual({
    tier: 'gold',
    points: 4200,
    pointsToNextTier: 5800,
    nextTier: 'platinum',
  });
});

test('guests and capsules have neither points nor orders, and are told how to get at them', async () => {
  const { shop, guest, capsule } = createTestShop();
  for (const actor of [await guest(), await capsule()]) {
    const answers = [
      await shop.benefits.loyalty(actor),
      await shop.orders.list(actor),
      await shop.orders.track(actor, 'MG-10482'),
    ];
    expect(answers.map((one) => !one.ok && [one.failure.kind, one.failure.reason])).toEqual(
      answers.map(() => ['denied', 'not-signed-in']),
    );
  }
});

test.each(['MG-10482', 'mg 10482', '#mg10482', ' 10482 '])('tracks an order said as %s', async (said) => {
  const { shop, member } = createTestShop();
  expect(must(await shop.orders.track(await member(), said))).toMatchObject({
    number: 'MG-10482',
    state: 'shipped',
  });
});

test('an unknown order number lists those that exist', async () => {
  const { shop, member } = createTestShop();
  expect(await shop.orders.track(await member(), 'MG-99999')).toMatchObject({
    failure: { kind: 'not-found', reason: 'order-unknown', details: { numbers: ['MG-10482'] } },
  });
});

test('a capsule knows no customer, whatever its row says: no name, no points, no offers of a tier, no orders', async () => {
  const { shop, member, store } = createTestShop();
  const actor = await member();
  await store.transaction(async ({ sessions }) => {
    const session = await sessions.find(actor.sessionId);
    if (session) await sessions.save({ ...session, trust: 'capsule' });
  });
  must(await shop.carts.setLine(actor, 'indigo-block-kurta/rust/m', 1));
  expect(must(await shop.sessions.view(actor))).toMatchObject({ trust: 'capsule', customer: null });
  const gold = must(await shop.benefits.offers(actor)).find(({ offer }) => offer.code === 'GOLD20');
  expect(gold).toMatchObject({ saves: 0, reason: expect.any(String) });
  const denied = [
    await shop.carts.applyOffer(actor, 'GOLD20'),
    await shop.benefits.loyalty(actor),
    await shop.orders.list(actor),
    await shop.orders.track(actor, 'MG-10482'),
    await shop.payments.create(actor),
  ];
  expect(denied.map((one) => !one.ok && one.failure.reason)).toEqual([
    'offer-for-members',
    'not-signed-in',
    'not-signed-in',
    'not-signed-in',
    'capsule-session',
  ]);
});
