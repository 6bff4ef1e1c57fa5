import { expect, test } from 'vitest';
import type { Operation, OperationBody } from '../../contracts/operation.ts';
import { openTasks, putTask, taskOf } from './floor-tasks.ts';
import { appendOperation } from './operation-numbers.ts';
import { createOutbox } from './outbox.ts';
import { putReservation } from './reservation-repository.ts';
import { makeReservation, openKioskFile, start, testId } from './testing/samples.ts';

const sessionId = testId(800);

async function openOutbox() {
  const database = openKioskFile();
  const outbox = createOutbox(database);
  const append = (number: number): Promise<Operation> =>
    database.transaction((query) =>
      appendOperation(
        query,
        { type: 'cart-line-set', sessionId, sku: `sku-${number}`, quantity: 1 },
        { at: start, operationId: testId(number) },
      ),
    );
  const waiting = async () =>
    (await outbox.next(100)).map(({ sequence, operationId }) => [sequence, operationId]);
  return { database, outbox, append, waiting };
}

test('forgets what is decided, also half of a batch, and repeats of receipts change nothing', async () => {
  const { outbox, append, waiting } = await openOutbox();
  const sent = [await append(11), await append(12), await append(13)];
  expect(await outbox.settle(sent, { appliedSequence: 2, refused: [] })).toBe('advanced');
  expect(await outbox.settle(sent.slice(0, 2), { appliedSequence: 2, refused: [] })).toBe('advanced');
  expect(await waiting()).toEqual([[3, testId(13)]]);
  expect(await outbox.settle(sent.slice(2), { appliedSequence: 2, refused: [] })).toBe('waiting');
});

test('a refused hold is cancelled and stays visible with its reason', async () => {
  const { database, outbox } = await openOutbox();
  const reservation = makeReservation();
  const sent = await database.transaction(async (query) => {
    await putReservation(query, reservation, 1);
    await putTask(query, taskOf(reservation));
    return appendOperation(
      query,
      { type: 'reservation-made', sessionId, reservation },
      { at: start, operationId: testId(11) },
    );
  });
  const failure = { kind: 'conflict', message: 'Gone.', reason: 'not-promisable' } as const;
  const receipt = { appliedSequence: 1, refused: [{ operationId: testId(11), failure }] };
  expect(await outbox.settle([sent], receipt)).toBe('corrected');
  expect(await outbox.refused()).toEqual([
    { operationId: testId(11), type: 'reservation-made', at: start, reason: 'not-promisable' },
  ]);
  const rows = await database.query.selectFrom('reservation').select('state').execute();
  expect(rows).toEqual([{ state: 'cancelled' }]);
  expect(await openTasks(database.query, reservation.storeId)).toEqual([]);
});

test('a hub that was restored hears again what it had confirmed about stock, by the same ids and without a gap', async () => {
  const { database, outbox, append } = await openOutbox();
  const reservation = makeReservation();
  const { reservationId } = reservation;
  const about = (number: number, body: OperationBody) =>
    database.transaction((query) => appendOperation(query, body, { at: start, operationId: testId(number) }));
  await database.transaction((query) => putReservation(query, reservation, 1));
  await about(11, { type: 'reservation-made', sessionId, reservation });
  await append(12);
  await about(13, { type: 'rights-returned', storeId: 'shop', sku: 'kurta', quantity: 2 });
  await outbox.settle(await outbox.next(10), { appliedSequence: 3, refused: [] });
  const last = await about(14, { type: 'reservation-released', sessionId, reservationId, state: 'expired' });
  expect(await outbox.settle([last], { appliedSequence: 0, refused: [] })).toBe('renumbered');
  expect(
    (await outbox.next(10)).map(({ sequence, operationId, body }) => [sequence, operationId, body.type]),
  ).toEqual([
    [1, testId(11), 'reservation-made'],
    [2, testId(13), 'rights-returned'],
    [3, testId(14), 'reservation-released'],
  ]);
  const rows = await database.query.selectFrom('reservation').select('operationSequence').execute();
  expect(rows).toEqual([{ operationSequence: 1 }]);
  const changes = await database.query.selectFrom('stockChange').selectAll().execute();
  expect(changes).toEqual([{ sequence: 2, storeId: 'shop', sku: 'kurta', onHand: 0, rights: -2 }]);
  expect((await append(15)).sequence).toBe(4);
});

test('a hub that lost only the last of them hears only that again', async () => {
  const { outbox, database } = await openOutbox();
  const returned = (number: number) =>
    database.transaction((query) =>
      appendOperation(
        query,
        { type: 'rights-returned', storeId: 'pune', sku: `sku-${number}`, quantity: 1 },
        { at: start, operationId: testId(number) },
      ),
    );
  const sent = [await returned(21), await returned(22)];
  await outbox.settle(sent, { appliedSequence: 2, refused: [] });
  expect(await outbox.settle([], { appliedSequence: 1, refused: [] })).toBe('renumbered');
  expect((await outbox.next(10)).map(({ sequence, operationId }) => [sequence, operationId])).toEqual([
    [2, testId(22)],
  ]);
});

test('a file that is younger than the device goes on behind what the hub has', async () => {
  const { outbox, append, waiting } = await openOutbox();
  const sent = [await append(11), await append(12)];
  // The hub passes over sequences that it knows, so the receipt says nothing about these two.
  expect(await outbox.settle(sent, { appliedSequence: 57, refused: [] })).toBe('renumbered');
  expect(await waiting()).toEqual([
    [58, testId(11)],
    [59, testId(12)],
  ]);
});
