import { expect, test } from 'vitest';
import type { Operation } from '../../contracts/operation.ts';
import { appendOperation, createOutbox } from './outbox.ts';
import { putReservation } from './reservation-repository.ts';
import { createTestEnvironment, makeReservation, openKioskFile, start, testId } from './testing/samples.ts';

const sessionId = testId(800);

async function openOutbox() {
  const database = openKioskFile();
  const environment = createTestEnvironment();
  const outbox = createOutbox(database, environment);
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
    return appendOperation(
      query,
      { type: 'reservation-made', sessionId, reservation },
      { at: start, operationId: testId(11) },
    );
  });
  const failure = { kind: 'conflict', message: 'Gone.', reason: 'not-promisable' } as const;
  await outbox.settle([sent], { appliedSequence: 1, refused: [{ operationId: testId(11), failure }] });
  expect(await outbox.refused()).toEqual([
    { operationId: testId(11), type: 'reservation-made', at: start, reason: 'not-promisable' },
  ]);
  const rows = await database.query.selectFrom('reservation').select('state').execute();
  expect(rows).toEqual([{ state: 'cancelled' }]);
});

test('a hub that was restored gets lost holds again, and no gap', async () => {
  const { database, outbox, append } = await openOutbox();
  const reservation = makeReservation();
  await database.transaction(async (query) => {
    await putReservation(query, reservation, 1);
    await appendOperation(
      query,
      { type: 'reservation-made', sessionId, reservation },
      { at: start, operationId: testId(11) },
    );
  });
  const second = await append(12);
  await outbox.settle(await outbox.next(10), { appliedSequence: 2, refused: [] });
  const third = await append(13);
  expect([second.sequence, third.sequence]).toEqual([2, 3]);
  expect(await outbox.settle([third], { appliedSequence: 0, refused: [] })).toBe('renumbered');
  expect((await outbox.next(10)).map(({ sequence, body }) => [sequence, body.type])).toEqual([
    [1, 'reservation-made'],
    [2, 'cart-line-set'],
  ]);
  const rows = await database.query.selectFrom('reservation').select('operationSequence').execute();
  expect(rows).toEqual([{ operationSequence: 1 }]);
  expect((await append(14)).sequence).toBe(3);
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
