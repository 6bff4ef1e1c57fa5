import { expect, test } from 'vitest';
import type { OperationBody } from '../../contracts/operation.ts';
import type { Reservation } from '../../contracts/reservation.ts';
import { must } from '../testing/must.ts';
import { createTestShop, testStoreId } from '../testing/test-shop.ts';
import { applyOperation } from './apply-operation.ts';

const lastUnit = 'indigo-block-kurta/rust/m';
const stranger = '019a0000-0000-7000-8000-00000000ffff';

async function scene() {
  const { store, guest, environment } = createTestShop();
  const { sessionId } = await guest();
  const apply = (body: OperationBody) =>
    store.transaction((transaction) => applyOperation(transaction, body, environment.now()));
  const reservation = (change: Partial<Reservation> = {}): Reservation => ({
    reservationId: environment.newId(),
    kind: 'trial',
    state: 'requested',
    number: 1,
    sessionId,
    storeId: testStoreId,
    sku: lastUnit,
    quantity: 1,
    fittingRoom: null,
    createdAt: '2026-11-22T06:00:00.000Z',
    expiresAt: '2026-11-22T06:20:00.000Z',
    pickedAt: null,
    ...change,
  });
  const make = (one: Reservation, owner = sessionId) =>
    apply({ type: 'reservation-made', sessionId: owner, reservation: one });
  const position = (storeId = testStoreId) =>
    store.transaction(({ stock }) => stock.position(storeId, lastUnit));
  return { store, guest, sessionId, apply, reservation, make, position };
}

test('starting again changes nothing', async () => {
  const { store, sessionId, apply } = await scene();
  must(await apply({ type: 'cart-line-set', sessionId, sku: lastUnit, quantity: 2 }));
  const before = await store.transaction(({ sessions }) => sessions.find(sessionId));
  must(await apply({ type: 'session-started', sessionId, language: 'ar' }));
  expect(await store.transaction(({ sessions }) => sessions.find(sessionId))).toEqual(before);
});

test('every change but the release of a hold wants a session that exists and runs', async () => {
  const { sessionId, apply, reservation } = await scene();
  must(await apply({ type: 'session-ended', sessionId, reason: 'idle' }));
  const at = (id: string): OperationBody[] => [
    { type: 'language-chosen', sessionId: id, language: 'hi' },
    { type: 'preferences-set', sessionId: id, preferences: { sizes: {}, colours: [] } },
    { type: 'cart-line-set', sessionId: id, sku: lastUnit, quantity: 1 },
    { type: 'offer-applied', sessionId: id, code: null },
    { type: 'reservation-made', sessionId: id, reservation: reservation({ sessionId: id }) },
  ];
  for (const body of at(sessionId)) {
    expect(await apply(body)).toMatchObject({ failure: { kind: 'conflict', reason: 'session-ended' } });
  }
  for (const body of at(stranger)) {
    expect(await apply(body)).toMatchObject({ failure: { kind: 'not-found', reason: 'session-unknown' } });
  }
});

test('a repeated reservation takes its units once', async () => {
  const { reservation, make, position } = await scene();
  const one = reservation();
  must(await make(one));
  must(await make(one));
  expect(await position()).toMatchObject({ pending: 1, promisable: 0 });
});

test('a reservation that has ended stays ended when it is heard of again', async () => {
  const { reservation, make, apply, sessionId, store, position } = await scene();
  const one = reservation();
  const release = (state: 'cancelled' | 'expired') =>
    apply({ type: 'reservation-released', sessionId, reservationId: one.reservationId, state });
  must(await make(one));
  must(await release('cancelled'));
  must(await release('expired'));
  must(await make(one));
  expect(await store.transaction(({ reservations }) => reservations.find(one.reservationId))).toMatchObject({
    state: 'cancelled',
  });
  expect(await position()).toMatchObject({ pending: 0, promisable: 1 });
});

test('no more than can be promised', async () => {
  const { reservation, make } = await scene();
  expect(await make(reservation({ quantity: 2 }))).toMatchObject({
    failure: { kind: 'conflict', reason: 'not-promisable', details: { wanted: 2, available: 1 } },
  });
  expect(await make(reservation({ sku: 'nothing' }))).toMatchObject({
    failure: { kind: 'not-found', reason: 'not-kept-here' },
  });
});

test.each<[string, Partial<Reservation>, string]>([
  ['no units', { quantity: 0 }, 'quantity-out-of-range'],
  ['fewer than none', { quantity: -1 }, 'quantity-out-of-range'],
  ['a thousand million', { quantity: 1e9 }, 'quantity-out-of-range'],
  ['over before it begins', { expiresAt: '2026-11-22T06:00:00.000Z' }, 'expiry-out-of-range'],
  ['longer than a day', { expiresAt: '2026-11-23T06:00:00.001Z' }, 'expiry-out-of-range'],
  ['bought already', { state: 'bought' }, 'reservation-not-new'],
  ["another session's", { sessionId: stranger }, 'reservation-foreign'],
])('a reservation of %s is refused', async (_, change, reason) => {
  const { reservation, make, position } = await scene();
  expect(await make(reservation(change))).toMatchObject({ failure: { reason } });
  expect(await position()).toMatchObject({ pending: 0 });
});

test("no session touches another's reservation", async () => {
  const { guest, reservation, make, apply, position } = await scene();
  const other = await guest();
  const one = reservation();
  must(await make(one));
  expect(await make({ ...one, sessionId: other.sessionId }, other.sessionId)).toMatchObject({
    failure: { kind: 'denied' },
  });
  expect(
    await apply({
      type: 'reservation-released',
      sessionId: other.sessionId,
      reservationId: one.reservationId,
      state: 'cancelled',
    }),
  ).toMatchObject({ failure: { kind: 'denied' } });
  expect(await position()).toMatchObject({ pending: 1 });
});

test('the release of a reservation that never was is harmless', async () => {
  const { apply, sessionId } = await scene();
  const released = await apply({
    type: 'reservation-released',
    sessionId,
    reservationId: stranger,
    state: 'expired',
  });
  expect(released.ok).toBe(true);
});

test('a message that comes twice is there once', async () => {
  const { apply, sessionId, store } = await scene();
  const body: OperationBody = {
    type: 'message-added',
    sessionId,
    message: {
      messageId: stranger,
      role: 'agent',
      text: 'Namaste',
      cards: [],
      channel: 'kiosk',
      at: '2026-11-22T06:00:00.000Z',
    },
  };
  must(await apply(body));
  must(await apply(body));
  expect(await store.transaction(({ sessions }) => sessions.messages(sessionId))).toEqual([body.message]);
});

test('a cart takes thirty different pieces, and the thirty-first is refused', async () => {
  const { apply, sessionId } = await scene();
  for (let index = 0; index < 30; index += 1) {
    must(await apply({ type: 'cart-line-set', sessionId, sku: `sku-${index}`, quantity: 1 }));
  }
  expect(await apply({ type: 'cart-line-set', sessionId, sku: 'sku-30', quantity: 1 })).toMatchObject({
    failure: { kind: 'invalid', reason: 'cart-full' },
  });
  must(await apply({ type: 'cart-line-set', sessionId, sku: 'sku-3', quantity: 2 }));
});

test('more time only ever moves the end on, and comes after any step as well as before it', async () => {
  const { sessionId, apply, reservation, make, store } = await scene();
  const one = reservation();
  must(await make(one));
  const { reservationId } = one;
  const extend = (expiresAt: string, owner = sessionId) =>
    apply({ type: 'reservation-extended', sessionId: owner, reservationId, expiresAt });
  const held = () => store.transaction(({ reservations }) => reservations.find(reservationId));
  must(await extend('2026-11-22T06:35:00.000Z'));
  must(await extend('2026-11-22T06:30:00.000Z'));
  expect(await held()).toMatchObject({ expiresAt: '2026-11-22T06:35:00.000Z' });
  const step = { storeId: testStoreId, reservationId, to: 'handed-over', expiresAt: one.expiresAt } as const;
  must(await apply({ type: 'reservation-advanced', ...step }));
  expect(await held()).toMatchObject({ state: 'handed-over', expiresAt: '2026-11-22T06:35:00.000Z' });
  expect(await extend('2026-11-23T06:00:00.001Z')).toMatchObject({
    failure: { reason: 'expiry-out-of-range' },
  });
  expect(await extend('2026-11-22T06:40:00.000Z', stranger)).toMatchObject({ failure: { kind: 'denied' } });
  must(await apply({ type: 'reservation-released', sessionId, reservationId, state: 'expired' }));
  expect(await extend('2026-11-22T06:40:00.000Z')).toMatchObject({ failure: { reason: 'reservation-over' } });
});
