import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { OperationBody } from '../../contracts/operation.ts';
import { fail, succeed } from '../../contracts/result.ts';
import { applyOperation } from '../../core/operations/apply-operation.ts';
import { leaseDurationMs } from '../../core/stock/lease.ts';
import { openConnection } from './connection.ts';
import { createFeedWriter } from './feed-writer.ts';
import { createKioskOperations } from './kiosk-operations.ts';
import { createKioskStore } from './kiosk-store.ts';
import { createDeviceLease } from './lease-mark.ts';
import { createOutbox } from './outbox.ts';
import { createRecalls } from './recalls.ts';
import { createDeviceStockRepository } from './stock-repository.ts';
import {
  createTestEnvironment,
  makeFeed,
  makeProduct,
  makeReservation,
  makeSession,
  makeStock,
  openKioskFile,
  requested,
  shop,
  start,
  testId,
  toLines,
} from './testing/samples.ts';

const sku = 'kurta-M-Red';
const sessionId = testId(800);

async function openKiosk(file?: string) {
  const database = openKioskFile(file);
  const environment = createTestEnvironment();
  const store = createKioskStore({ database, environment, deviceIndex: () => 3 });
  const outbox = createOutbox(database);
  const feed = createFeedWriter(database, environment);
  const operations = createKioskOperations({ store, environment, applyOperation });
  const stock = async (fields: Parameters<typeof makeStock>[1], appliedSequence: number) =>
    feed.apply(
      toLines(makeFeed([{ type: 'stock', row: makeStock(sku, fields) }], { mode: 'delta', appliedSequence })),
      { requested },
    );
  const position = () => store.transaction((transaction) => transaction.stock.position(shop.storeId, sku));
  await feed.apply(
    toLines(
      makeFeed([
        { type: 'store', store: shop },
        { type: 'product', product: makeProduct('kurta', ['M/Red/100']) },
        { type: 'stock', row: makeStock(sku, { onHand: 3, granted: 1 }) },
      ]),
    ),
    { requested },
  );
  return { database, environment, store, outbox, feed, operations, stock, position };
}

const begin: OperationBody = { type: 'session-started', sessionId, language: 'en' };
const hold = (number = 900): OperationBody => ({
  type: 'reservation-made',
  sessionId,
  reservation: makeReservation({ reservationId: testId(number) }),
});

test('change and outbox entry stand and fall together, numbered without gaps', async () => {
  const { operations, outbox, store } = await openKiosk();
  const heard: number[] = [];
  operations.onCommitted(({ sequence }) => heard.push(sequence));
  expect(await operations.execute(begin)).toEqual(succeed(undefined));
  expect(await operations.execute(hold(900))).toEqual(succeed(undefined));
  expect(await operations.execute(hold(901))).toMatchObject({ failure: { reason: 'not-promisable' } });
  expect(await operations.execute({ type: 'cart-line-set', sessionId, sku, quantity: 2 })).toMatchObject({
    ok: true,
  });
  expect((await outbox.next(10)).map(({ sequence, body }) => [sequence, body.type])).toEqual([
    [1, 'session-started'],
    [2, 'reservation-made'],
    [3, 'cart-line-set'],
  ]);
  expect(heard).toEqual([1, 2, 3]);
  expect(await store.transaction((transaction) => transaction.sessions.find(sessionId))).toMatchObject({
    cart: [{ sku, quantity: 2 }],
  });
});

test('a draft takes its number in the transaction that applies it; one that is refused has taken none', async () => {
  const { operations, outbox } = await openKiosk();
  await operations.execute(begin);
  const drafted = (id: number) =>
    operations.executeDraft(async ({ reservations }) => {
      const number = (await reservations.nextNumber(shop.storeId)) ?? 0;
      const reservation = makeReservation({ reservationId: testId(id), number });
      return succeed({ type: 'reservation-made' as const, sessionId, reservation });
    });
  expect(await drafted(900)).toMatchObject({ ok: true, value: { reservation: { number: 301 } } });
  expect(await drafted(901)).toMatchObject({ failure: { reason: 'not-promisable' } });
  await operations.execute({
    type: 'reservation-released',
    sessionId,
    reservationId: testId(900),
    state: 'cancelled',
  });
  expect(await drafted(902)).toMatchObject({ ok: true, value: { reservation: { number: 302 } } });
  expect(
    await operations.executeDraft(async () => fail('conflict', 'No.', { reason: 'not-today' })),
  ).toMatchObject({ failure: { reason: 'not-today' } });
  expect((await outbox.next(10)).map(({ body }) => body.type)).toEqual([
    'session-started',
    'reservation-made',
    'reservation-released',
    'reservation-made',
  ]);
});

test('an error in the rules rolls the change back', async () => {
  const { store, outbox, environment } = await openKiosk();
  const operations = createKioskOperations({
    store,
    environment,
    applyOperation: async (transaction) => {
      await transaction.sessions.save(makeSession());
      throw new Error('bug');
    },
  });
  await expect(operations.execute(begin)).rejects.toThrow('bug');
  expect(await store.openSessions()).toEqual([]);
  expect(await outbox.count()).toBe(0);
});

test('a unit is counted once on its way: pending here, then in the row of the hub, then given back', async () => {
  const { operations, position, stock } = await openKiosk();
  await operations.execute(begin);
  expect(await position()).toMatchObject({ pending: 0, promisable: 1 });
  await operations.execute(hold());
  expect(await position()).toMatchObject({ pending: 1, promisable: 0, reserved: 0 });
  await stock({ onHand: 3, granted: 1, spent: 1, reserved: 1 }, 2);
  expect(await position()).toMatchObject({ pending: 0, promisable: 0, reserved: 1 });
  await operations.execute({
    type: 'reservation-released',
    sessionId,
    reservationId: testId(900),
    state: 'cancelled',
  });
  expect(await position()).toMatchObject({ pending: 0, promisable: 0, reserved: 1 });
  await stock({ onHand: 3, granted: 1, spent: 0, reserved: 0 }, 3);
  expect(await position()).toMatchObject({ pending: 0, promisable: 1, reserved: 0 });
});

test('numbers are of the range of the device and start anew each day', async () => {
  const { store, environment } = await openKiosk();
  const next = () => store.transaction((transaction) => transaction.reservations.nextNumber(shop.storeId));
  expect([await next(), await next()]).toEqual([301, 302]);
  environment.at += 24 * 3_600_000;
  expect(await next()).toBe(301);
});

test('only holds made here come due here', async () => {
  const { store, operations } = await openKiosk();
  await operations.execute(begin);
  await operations.execute(hold());
  const elsewhere = makeReservation({ reservationId: testId(901), number: 12 });
  await store.keepSnapshot({
    session: makeSession(),
    messages: [],
    reservations: [elsewhere],
    orders: [],
    payment: null,
  });
  const due = await store.transaction((transaction) => transaction.reservations.due(start + 900_000));
  expect(due).toEqual([makeReservation()]);
});

test('news of a session keep what was done here and the hub has not heard', async () => {
  const { store, operations } = await openKiosk();
  await operations.execute(begin);
  await operations.execute({ type: 'cart-line-set', sessionId, sku, quantity: 2 });
  await operations.execute(hold());
  await operations.execute({
    type: 'reservation-released',
    sessionId,
    reservationId: testId(900),
    state: 'cancelled',
  });
  await store.keepSnapshot({
    session: makeSession({ trust: 'restored', cart: [{ sku: 'other', quantity: 1 }], language: 'hi' }),
    messages: [],
    reservations: [makeReservation()],
    orders: [],
    payment: null,
  });
  const [session, reservation] = await store.transaction(async (transaction) => [
    await transaction.sessions.find(sessionId),
    await transaction.reservations.find(testId(900)),
  ]);
  expect(session).toMatchObject({
    trust: 'restored',
    language: 'hi',
    cart: [
      { sku: 'other', quantity: 1 },
      { sku, quantity: 2 },
    ],
  });
  expect(reservation).toMatchObject({ state: 'cancelled' });
});

test('after the end and the receipt no byte of the shopper is left on the disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-wipe-'));
  const { database, store, operations, outbox } = await openKiosk(join(folder, 'kiosk.db'));
  const secret = 'Wedding of Meera';
  const onDisk = () =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(secret));
  await operations.execute(begin);
  await operations.execute({
    type: 'message-added',
    sessionId,
    message: {
      messageId: testId(5),
      role: 'shopper',
      text: secret,
      cards: [],
      channel: 'kiosk',
      at: new Date(start).toISOString(),
    },
  });
  await operations.execute(hold());
  await operations.execute({ type: 'session-ended', sessionId, reason: 'shopper' });
  await store.wipe();
  expect(onDisk()).not.toEqual([]);
  const sent = await outbox.next(10);
  expect(await outbox.settle(sent, { appliedSequence: 4, refused: [] })).toBe('advanced');
  await store.cutLog();
  expect(onDisk()).toEqual([]);
  expect(await store.transaction((transaction) => transaction.sessions.find(sessionId))).toBeUndefined();
  // The piece still waits in the fitting room.
  expect(await store.transaction((transaction) => transaction.reservations.find(testId(900)))).toMatchObject({
    state: 'requested',
  });
  await database.close();
  rmSync(folder, { recursive: true });
});

test('unspent rights go back when the hub asks for them, as many as there are', async () => {
  const { database, operations, outbox, stock, position } = await openKiosk();
  const lease = createDeviceLease(database.connection, createTestEnvironment());
  const repository = createDeviceStockRepository(database.connection, lease);
  const answerRecalls = createRecalls(database.connection, repository, operations);
  await operations.execute(begin);
  await operations.execute(hold(900));
  await stock({ onHand: 4, granted: 3, spent: 0, recall: 5 }, 0);
  await answerRecalls(shop.storeId);
  expect((await outbox.next(20)).at(-1)?.body).toEqual({
    type: 'rights-returned',
    storeId: shop.storeId,
    sku,
    quantity: 2,
  });
  expect(await position()).toMatchObject({ promisable: 0 });
  await answerRecalls(shop.storeId);
  expect(await outbox.count()).toBe(3);
});

test('what a phone may have paid meanwhile is not promised again; what was never sent is', async () => {
  const { operations, outbox, position } = await openKiosk();
  const release = (number: number): OperationBody => ({
    type: 'reservation-released',
    sessionId,
    reservationId: testId(number),
    state: 'cancelled',
  });
  await operations.execute(begin);
  await operations.execute(hold(900));
  await operations.execute(release(900));
  expect(await position()).toMatchObject({ promisable: 1 });
  await operations.execute(hold(901));
  await outbox.noteSending(await outbox.next(10));
  await operations.execute(release(901));
  expect(await position()).toMatchObject({ promisable: 0 });
});

test('a lease that is over ends its holds and promises nothing', async () => {
  const { operations, environment, store, position } = await openKiosk();
  await operations.execute(begin);
  expect(await store.transaction(({ reservations }) => reservations.lease())).toBe(1);
  await operations.execute(hold(900));
  const due = () => store.transaction(({ reservations }) => reservations.due(environment.now()));
  expect(await due()).toEqual([]);
  const { expiresAt } = makeReservation();
  environment.at += leaseDurationMs;
  // The wall clock alone is set back: the machine's own says how long it has been.
  const uptime = environment.uptime();
  environment.uptime = () => uptime;
  environment.at = Date.parse(expiresAt) - 60_000;
  expect((await due()).map(({ reservationId }) => reservationId)).toEqual([testId(900)]);
  expect(await position()).toMatchObject({ promisable: 0 });
});

test('a log that another process was reading from is cut at the next try', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-wipe-'));
  const file = join(folder, 'kiosk.db');
  const { database, store, operations, outbox } = await openKiosk(file);
  await operations.execute(begin);
  await operations.execute({ type: 'session-ended', sessionId, reason: 'shopper' });
  await outbox.settle(await outbox.next(10), { appliedSequence: 2, refused: [] });
  const reader = openConnection(file);
  reader.execute('BEGIN');
  reader.prepare('SELECT * FROM session').all();
  const logHolds = () => readFileSync(`${file}-wal`).includes(sessionId);
  const askedAt = performance.now();
  await store.wipe();
  expect({ logHolds: logHolds(), waited: performance.now() - askedAt > 1000 }).toEqual({
    logHolds: true,
    waited: false,
  });
  reader.execute('COMMIT');
  reader.close();
  await store.cutLog();
  expect(logHolds()).toBe(false);
  await database.close();
  rmSync(folder, { recursive: true });
});

test('a code begins one session here, for ever; what it brings is in the session from the first moment', async () => {
  const { operations, outbox, store } = await openKiosk();
  const bag = { cart: [{ sku, quantity: 2 }], sizes: { Kurta: 'M' }, colours: ['indigo'] };
  const opened: OperationBody = { ...begin, capsule: 'AbCdEfGh', bag };
  expect(await operations.execute(opened)).toEqual(succeed(undefined));
  expect(await store.transaction(({ sessions }) => sessions.find(sessionId))).toMatchObject({
    trust: 'capsule',
    cart: bag.cart,
    preferences: { sizes: { Kurta: 'M' }, colours: ['indigo'] },
  });
  expect(await operations.execute({ ...opened, sessionId: testId(801) })).toMatchObject({
    failure: { kind: 'conflict', reason: 'code-used' },
  });
  expect(await store.openSessions()).toEqual([sessionId]);
  expect(await outbox.count()).toBe(1);
});

test('visitors whose time is over leave the file, log and free pages included', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-visitors-'));
  try {
    const { feed, store, environment, database } = await openKiosk(join(folder, 'shop.sqlite'));
    const visitor = {
      lookupId: 'AbCdEfGhIjKlMnOp',
      sealed: 'SealedSealedSealedSealedSealedSealedSealed',
      expiresAt: new Date(start + 60_000).toISOString(),
    };
    await feed.apply(toLines(makeFeed([{ type: 'visitor', visitor }])), { requested });
    const inFiles = () =>
      readdirSync(folder).filter((name) => {
        const bytes = readFileSync(join(folder, name));
        return bytes.includes(visitor.lookupId) || bytes.includes(visitor.sealed);
      });
    await store.cutLog();
    expect(await store.expectedVisitor(visitor.lookupId)).toEqual(visitor);
    expect(inFiles()).not.toEqual([]);
    environment.at = start + 60_000;
    expect(await store.expectedVisitor(visitor.lookupId)).toBeUndefined();
    await store.cutLog();
    expect(inFiles()).toEqual([]);
    await database.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
