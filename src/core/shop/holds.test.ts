import { expect, test } from 'vitest';
import { must } from '../testing/must.ts';
import { createTestShop, testStoreId } from '../testing/test-shop.ts';

const lastUnit = 'indigo-block-kurta/rust/m';
const plenty = 'ivory-palazzo/ivory/m';
const minute = 60_000;

test('a hold has number, room, time limit and the rail it comes from', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  expect(must(await shop.holds.reserveForTrial(actor, lastUnit, 1))).toEqual({
    reservationId: expect.any(String),
    kind: 'trial',
    state: 'requested',
    number: 1,
    sessionId: actor.sessionId,
    storeId: testStoreId,
    sku: lastUnit,
    quantity: 1,
    fittingRoom: 1,
    pickedAt: null,
    createdAt: '2026-11-22T06:00:00.000Z',
    expiresAt: '2026-11-22T06:20:00.000Z',
    handle: 'indigo-block-kurta',
    title: 'Indigo Block Print Kurta',
    size: 'M',
    colour: 'Rust',
    image: 'illustration:kurta/rust/plain',
    location: 'Rail A1',
  });
  expect(await shop.stock.here(testStoreId, [lastUnit])).toMatchObject([{ available: 0 }]);
});

test.each([0, -1, 1.5, 4, 1e9, Number.NaN])('quantity %s is refused and holds nothing', async (quantity) => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  expect(await shop.holds.reserveForTrial(actor, plenty, quantity)).toMatchObject({
    failure: { kind: 'invalid', reason: 'quantity-out-of-range', details: { minimum: 1, maximum: 3 } },
  });
  expect(must(await shop.holds.list(actor))).toEqual([]);
});

test('asking twice gives the same hold', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  const first = await shop.holds.reserveForTrial(actor, plenty, 1);
  const [second, third] = await Promise.all([
    shop.holds.reserveForTrial(actor, plenty, 1),
    shop.holds.reserveForTrial(actor, plenty, 1),
  ]);
  expect([second, third]).toEqual([first, first]);
});

test('at once, asking twice gives one hold', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  const [first, second] = await Promise.all([
    shop.holds.reserveForTrial(actor, plenty, 1),
    shop.holds.reserveForTrial(actor, plenty, 1),
  ]);
  expect(first).toEqual(second);
  expect(must(await shop.holds.list(actor))).toHaveLength(1);
});

test('more of what waits already is refused with its number', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  await shop.holds.reserveForTrial(actor, plenty, 1);
  expect(await shop.holds.reserveForTrial(actor, plenty, 2)).toMatchObject({
    failure: { kind: 'conflict', reason: 'already-reserved', details: { number: 1, quantity: 1 } },
  });
});

test('a session holds at most six pieces, all in one room', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  const other = await guest();
  const first = must(await shop.holds.reserveForTrial(actor, plenty, 3));
  await shop.holds.reserveForTrial(other, 'temple-jhumka/gold', 1);
  const second = must(await shop.holds.reserveForTrial(actor, 'white-churidar/white/m', 3));
  expect([first.fittingRoom, second.fittingRoom]).toEqual([1, 1]);
  expect(await shop.holds.reserveForTrial(actor, 'mul-dupatta/ivory', 1)).toMatchObject({
    failure: { kind: 'conflict', reason: 'too-many-held' },
  });
});

test('the last unit goes to the first of two', async () => {
  const { shop, guest } = createTestShop();
  const [one, two] = [await guest(), await guest()];
  expect((await shop.holds.reserveForTrial(one, lastUnit, 1)).ok).toBe(true);
  expect(await shop.holds.reserveForTrial(two, lastUnit, 1)).toMatchObject({
    failure: { kind: 'conflict', reason: 'sold-out', details: { available: 0 } },
  });
});

test('two at the same moment: one gets the last unit, the other is told', async () => {
  const { shop, guest, store } = createTestShop();
  const actors = [await guest(), await guest(), await guest()];
  const results = await Promise.all(actors.map((actor) => shop.holds.reserveForTrial(actor, lastUnit, 1)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results.flatMap((one) => (one.ok ? [] : [one.failure.kind]))).toEqual(['conflict', 'conflict']);
  const position = await store.transaction(({ stock }) => stock.position(testStoreId, lastUnit));
  expect(position).toMatchObject({ pending: 1, promisable: 0 });
});

test('too few rights: more are fetched; without the hub an associate is named', async () => {
  const { shop, guest, store, rights } = createTestShop();
  const actor = await guest();
  await store.changeStock(testStoreId, plenty, (row) => ({ ...row, granted: 0 }));
  rights.setOnline(false);
  expect(await shop.holds.reserveForTrial(actor, plenty, 2)).toMatchObject({
    failure: { kind: 'offline', reason: 'ask-associate', details: { available: 5 } },
  });
  rights.setOnline(true);
  expect(must(await shop.holds.reserveForTrial(actor, plenty, 2))).toMatchObject({ quantity: 2 });
});

test('cancelled twice, the units come back once', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  const { reservationId } = must(await shop.holds.reserveForTrial(actor, lastUnit, 1));
  const first = await shop.holds.cancel(actor, reservationId);
  expect(must(first)).toMatchObject({ state: 'cancelled' });
  expect(await shop.holds.cancel(actor, reservationId)).toEqual(first);
  expect(await shop.stock.here(testStoreId, [lastUnit])).toMatchObject([{ available: 1 }]);
});

test("another session's hold does not exist for this one", async () => {
  const { shop, guest } = createTestShop();
  const [one, two] = [await guest(), await guest()];
  const { reservationId } = must(await shop.holds.reserveForTrial(one, lastUnit, 1));
  expect(await shop.holds.cancel(two, reservationId)).toMatchObject({ failure: { kind: 'not-found' } });
});

test('holds expire by the clock, once, and outlive their session', async () => {
  const { shop, guest, environment } = createTestShop();
  const actor = await guest();
  await shop.holds.reserveForTrial(actor, lastUnit, 1);
  await shop.sessions.end(actor, 'idle');
  environment.advance(20 * minute - 1);
  expect(await shop.holds.expireDue()).toEqual([]);
  environment.advance(1);
  const [ended, again] = await Promise.all([shop.holds.expireDue(), shop.holds.expireDue()]);
  expect(ended).toMatchObject([{ sku: lastUnit, state: 'expired' }]);
  expect(again).toEqual([]);
  expect(await shop.stock.here(testStoreId, [lastUnit])).toMatchObject([{ available: 1 }]);
});

test('a hold that an associate prolongs while it is being ended goes on', async () => {
  const { shop, store, guest, environment } = createTestShop();
  const actor = await guest();
  const { reservationId } = must(await shop.holds.reserveForTrial(actor, lastUnit, 1));
  environment.advance(20 * minute);
  const { read } = store;
  // Between the look for what is due and its ending.
  store.read = async (work) => {
    const found = await read(work);
    store.read = read;
    must(await shop.floor.advance(testStoreId, reservationId, 'handed-over'));
    return found;
  };
  expect(await shop.holds.expireDue()).toEqual([]);
  expect(must(await shop.holds.list(actor))).toMatchObject([{ reservationId, state: 'handed-over' }]);
});

test('a shop whose numbers are all in use says so, and holds nothing', async () => {
  const { shop, store, guest } = createTestShop();
  const actor = await guest();
  const { transaction } = store;
  store.transaction = (work) =>
    transaction((inner) =>
      work({ ...inner, reservations: { ...inner.reservations, nextNumber: async () => undefined } }),
    );
  expect(await shop.holds.reserveForTrial(actor, lastUnit, 1)).toMatchObject({
    failure: { kind: 'conflict', reason: 'no-number-free' },
  });
  expect(must(await shop.holds.list(actor))).toEqual([]);
});

test('pieces that do not exist or sessions that are over hold nothing', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  expect(await shop.holds.reserveForTrial(actor, 'nothing', 1)).toMatchObject({
    failure: { kind: 'not-found', reason: 'sku-unknown' },
  });
  await shop.sessions.end(actor, 'shopper');
  expect(await shop.holds.reserveForTrial(actor, plenty, 1)).toMatchObject({
    failure: { kind: 'conflict', reason: 'session-ended' },
  });
});

test('more time starts the clock anew, asked once or twice', async () => {
  const { shop, guest, environment, operations } = createTestShop();
  const actor = await guest();
  const { reservationId } = must(await shop.holds.reserveForTrial(actor, lastUnit, 1));
  environment.advance(15 * minute);
  const before = operations.executed.length;
  const [first, second] = await Promise.all([
    shop.holds.extend(actor, reservationId),
    shop.holds.extend(actor, reservationId),
  ]);
  expect(must(first)).toMatchObject({ expiresAt: '2026-11-22T06:35:00.000Z', state: 'requested' });
  expect(second).toEqual(first);
  expect(operations.executed.slice(before).map(({ type }) => type)).toEqual(['reservation-extended']);
  environment.advance(10 * minute);
  expect(await shop.holds.expireDue()).toEqual([]);
  environment.advance(10 * minute);
  expect(await shop.holds.expireDue()).toMatchObject([{ reservationId, state: 'expired' }]);
  expect(await shop.holds.extend(actor, reservationId)).toMatchObject({
    failure: { kind: 'conflict', reason: 'reservation-over' },
  });
});

test("no one extends another's hold, and nothing that never was", async () => {
  const { shop, guest } = createTestShop();
  const { reservationId } = must(await shop.holds.reserveForTrial(await guest(), lastUnit, 1));
  const other = await guest();
  for (const id of [reservationId, '019a0000-0000-7000-8000-00000000ffff']) {
    expect(await shop.holds.extend(other, id)).toMatchObject({
      failure: { kind: 'not-found', reason: 'reservation-unknown' },
    });
  }
});

test('another size comes to the same room and says what it is for; the first stays until it is taken back', async () => {
  const { shop, guest } = createTestShop();
  await shop.holds.reserveForTrial(await guest(), 'temple-jhumka/gold', 1);
  const actor = await guest();
  const first = must(await shop.holds.reserveForTrial(actor, 'ivory-palazzo/ivory/m', 2));
  const second = must(await shop.holds.requestOtherSize(actor, first.reservationId, 'l'));
  expect(second).toMatchObject({
    sku: 'ivory-palazzo/ivory/l',
    quantity: 2,
    fittingRoom: first.fittingRoom,
    replaces: first.reservationId,
  });
  expect(await shop.holds.requestOtherSize(actor, first.reservationId, 'L')).toEqual({
    ok: true,
    value: second,
  });
  const swaps = async () =>
    (await shop.floor.tasks(testStoreId)).map(({ number, inPlaceOf, swappedFor }) => [
      number,
      inPlaceOf,
      swappedFor,
    ]);
  const [old, made] = [
    { number: first.number, size: 'M', state: 'requested' },
    { number: second.number, size: 'L', state: 'requested' },
  ];
  expect(await swaps()).toEqual([
    [1, null, null],
    [first.number, null, made],
    [second.number, old, null],
  ]);
  must(await shop.floor.advance(testStoreId, second.reservationId, 'handed-over'));
  must(await shop.floor.advance(testStoreId, first.reservationId, 'returned'));
  expect(await swaps()).toEqual([
    [1, null, null],
    [second.number, null, null],
  ]);
  expect(must(await shop.holds.list(actor)).map(({ sku }) => sku)).toEqual(['ivory-palazzo/ivory/l']);
});

test('another size needs a piece on trial, a size that it comes in, and a unit that is free', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  const { reservationId } = must(await shop.holds.reserveForTrial(actor, lastUnit, 1));
  const ask = (size: string, who = actor) => shop.holds.requestOtherSize(who, reservationId, size);
  expect(await ask('m')).toMatchObject({ failure: { kind: 'invalid', reason: 'same-size' } });
  expect(await ask('XXXL')).toMatchObject({
    failure: {
      kind: 'not-found',
      reason: 'no-such-variant',
      details: { sizes: expect.arrayContaining(['M']) },
    },
  });
  expect(await ask('L', await guest())).toMatchObject({ failure: { reason: 'reservation-unknown' } });
});
