import { expect, test } from 'vitest';
import { must } from '../testing/must.ts';
import { createTestShop, testStoreId } from '../testing/test-shop.ts';

test('a session shows all that belongs to it', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  must(await shop.sessions.setLanguage(actor, 'hi'));
  must(
    await shop.sessions.setPreferences(actor, { department: 'women', sizes: { Kurta: 'M' }, colours: [] }),
  );
  must(
    await shop.sessions.addMessage(actor, { role: 'shopper', text: 'Kurta', cards: [], channel: 'kiosk' }),
  );
  const hold = must(await shop.holds.reserveForTrial(actor, 'ivory-palazzo/ivory/m', 1));
  must(await shop.holds.cancel(actor, hold.reservationId));
  const kept = must(await shop.holds.reserveForTrial(actor, 'ivory-palazzo/ivory/l', 1));
  expect(must(await shop.sessions.view(actor))).toEqual({
    sessionId: actor.sessionId,
    storeId: testStoreId,
    language: 'hi',
    trust: 'guest',
    customer: null,
    preferences: { department: 'women', sizes: { Kurta: 'M' }, colours: [] },
    cart: must(await shop.carts.view(actor)),
    messages: [
      {
        messageId: expect.any(String),
        role: 'shopper',
        text: 'Kurta',
        cards: [],
        channel: 'kiosk',
        at: '2026-11-22T06:00:00.000Z',
      },
    ],
    reservations: [kept],
    notes: [],
    payment: null,
    plan: null,
  });
});

test('an ended session can be neither seen nor changed, and ends once', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  must(await shop.sessions.end(actor, 'shopper'));
  must(await shop.sessions.end(actor, 'idle'));
  const answers = [
    await shop.sessions.view(actor),
    await shop.sessions.setLanguage(actor, 'ar'),
    await shop.carts.setLine(actor, 'ivory-palazzo/ivory/m', 1),
    await shop.payments.create(actor),
    await shop.holds.list(actor),
  ];
  expect(answers.map((one) => !one.ok && one.failure.reason)).toEqual(answers.map(() => 'session-ended'));
});

test('an unknown session is told apart', async () => {
  const { shop, guest } = createTestShop();
  const actor = { ...(await guest()), sessionId: '019a0000-0000-7000-8000-00000000ffff' };
  expect(await shop.sessions.view(actor)).toMatchObject({
    failure: { kind: 'not-found', reason: 'session-unknown' },
  });
});
