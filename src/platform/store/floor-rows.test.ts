import { expect, test } from 'vitest';
import type { FloorTask } from '../../contracts/feed.ts';
import type { Operation, OperationBody } from '../../contracts/operation.ts';
import { createFeedWriter } from './feed-writer.ts';
import { openTasks, putTask, taskOf } from './floor-tasks.ts';
import { appendOperation } from './operation-numbers.ts';
import { createOutbox } from './outbox.ts';
import { prolongReservation, putReservation } from './reservation-repository.ts';
import {
  createTestEnvironment,
  makeFeed,
  makeReservation,
  openKioskFile,
  requested,
  start,
  testId,
  toLines,
} from './testing/samples.ts';

const reservation = makeReservation();
const { reservationId, sessionId, storeId } = reservation;
const task = taskOf(reservation);

/** A device with a trial of its own that the hub knows of. */
async function openFloor() {
  const database = openKioskFile();
  const outbox = createOutbox(database);
  const writer = createFeedWriter(database, createTestEnvironment());
  await writer.apply(toLines(makeFeed([])), { requested });
  await database.transaction((query) => putReservation(query, reservation, null));
  await database.transaction((query) => putTask(query, task));
  let operations = 0;
  return {
    outbox,
    /** The device's own step, from here to the outbox. */
    step: (to: 'picked' | 'handed-over'): Promise<Operation> =>
      database.transaction(async (query) => {
        await putTask(query, { ...task, state: to });
        const body: OperationBody = { type: 'reservation-advanced', storeId, reservationId, to };
        operations += 1;
        return appendOperation(query, body, { at: start, operationId: testId(10 + operations) });
      }),
    prolong: (expiresAt: string): Promise<Operation> =>
      database.transaction(async (query) => {
        const prolonged = await prolongReservation(query, reservationId, expiresAt);
        if (prolonged) await putTask(query, taskOf(prolonged));
        const body: OperationBody = { type: 'reservation-extended', sessionId, reservationId, expiresAt };
        return appendOperation(query, body, { at: start, operationId: testId(10) });
      }),
    /** What the hub says, having decided so many operations of this device. */
    read: async (rows: readonly FloorTask[], appliedSequence: number): Promise<void> => {
      const lines = rows.map((row) => ({ type: 'floor-task' as const, task: row }));
      const feed = makeFeed(lines, { mode: 'delta', cursor: '2', appliedSequence });
      await writer.apply(toLines(feed), { requested });
    },
    states: async () => ({
      tasks: (await openTasks(database.query, storeId)).map(({ state }) => state),
      holds: (await database.query.selectFrom('reservation').select('state').execute()).map(
        ({ state }) => state,
      ),
    }),
    ends: async () => ({
      tasks: (await openTasks(database.query, storeId)).map(({ expiresAt }) => expiresAt),
      holds: (await database.query.selectFrom('reservation').select('expiresAt').execute()).map(
        ({ expiresAt }) => new Date(expiresAt).toISOString(),
      ),
    }),
  };
}

test('what the hub says of an own trial is taken over with the reading that brought it', async () => {
  const { read, states, outbox } = await openFloor();
  await read([{ ...task, state: 'picked' }], 0);
  expect(await states()).toEqual({ tasks: ['picked'], holds: ['picked'] });
  expect(outbox.waitsForFeed()).toBe(false);
});

test('what was read while steps were on their way is taken over with the receipt, if it is of after them', async () => {
  const { outbox, step, read, states } = await openFloor();
  const sent = [await step('picked'), await step('handed-over')];
  await read([{ ...task, state: 'returned' }], 2);
  await outbox.settle(sent.slice(0, 1), { appliedSequence: 1, refused: [] });
  expect((await states()).tasks).toEqual(['handed-over']);
  expect(await outbox.settle(sent.slice(1), { appliedSequence: 2, refused: [] })).toBe('corrected');
  expect(await states()).toEqual({ tasks: [], holds: ['returned'] });
});

test('an end of before the hub heard of the step never ends the hold here', async () => {
  const { outbox, step, read, states } = await openFloor();
  const sent = await step('picked');
  await read([{ ...task, state: 'expired' }], 0);
  expect(await outbox.settle([sent], { appliedSequence: 1, refused: [] })).toBe('advanced');
  expect(await states()).toEqual({ tasks: ['picked'], holds: ['requested'] });
  // Nothing else would bring another reading.
  expect(outbox.waitsForFeed()).toBe(true);
  await read([{ ...task, state: 'picked' }], 1);
  expect(await states()).toEqual({ tasks: ['picked'], holds: ['picked'] });
  expect(outbox.waitsForFeed()).toBe(false);
});

test('an end that the hub did not take back is taken over with the next reading, though that says nothing of it', async () => {
  const { outbox, step, read, states } = await openFloor();
  const sent = await step('picked');
  await read([{ ...task, state: 'returned' }], 0);
  await outbox.settle([sent], { appliedSequence: 1, refused: [] });
  await read([], 1);
  expect(await states()).toEqual({ tasks: [], holds: ['returned'] });
});

test('more time that was given here stays, whatever older row of the hub comes late', async () => {
  const { outbox, prolong, read, states, ends } = await openFloor();
  const later = new Date(Date.parse(reservation.expiresAt) + 600_000).toISOString();
  const sent = await prolong(later);
  await read([{ ...task, state: 'picked' }], 1);
  await outbox.settle([sent], { appliedSequence: 1, refused: [] });
  expect(await states()).toEqual({ tasks: ['picked'], holds: ['picked'] });
  expect(await ends()).toEqual({ tasks: [later], holds: [later] });
});
