import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { OperationBody } from '../../contracts/operation.ts';
import { must } from '../../core/testing/must.ts';
import { unnameJournal } from './journal.ts';
import { baseMigrations } from './migrations/base.ts';
import { kioskMigrations } from './migrations/kiosk.ts';
import { openDatabase } from './open-database.ts';
import { appendOperation, renumber } from './operation-numbers.ts';
import { createOutbox } from './outbox.ts';
import { createSessionRepository } from './session-repository.ts';
import { makeReservation, openKioskFile, start, testId } from './testing/samples.ts';

const gone = testId(800);
const still = testId(801);

/** A file with a running session, and a way to have operations confirmed by the hub. */
async function openFile() {
  const database = openKioskFile();
  const outbox = createOutbox(database);
  await createSessionRepository(database.query).save({ sessionId: still, endedAt: null } as never);
  let number = 0;
  const confirm = async (...bodies: readonly OperationBody[]) => {
    for (const body of bodies) {
      number += 1;
      const named = { at: start, operationId: testId(number) };
      await database.transaction((query) => appendOperation(query, body, named));
    }
    await outbox.settle(await outbox.next(100), { appliedSequence: number, refused: [] });
  };
  const journal = async () =>
    (await database.query.selectFrom('journal').select('body').orderBy('sequence').execute()).map(
      ({ body }) => JSON.parse(body) as OperationBody,
    );
  return { database, outbox, confirm, journal };
}

const started = (sessionId: string): OperationBody => ({
  type: 'session-started',
  sessionId,
  language: 'en',
});
const held = (sessionId: string): OperationBody => ({
  type: 'reservation-made',
  sessionId,
  reservation: { ...makeReservation(), sessionId },
});
const released = (sessionId: string): OperationBody => ({
  type: 'reservation-released',
  sessionId,
  reservationId: makeReservation().reservationId,
  state: 'cancelled',
});

test('a running session keeps its name, for a restored hub must know it again', async () => {
  const { confirm, journal } = await openFile();
  await confirm(started(still), held(still));
  expect(await journal()).toEqual([started(still), held(still)]);
});

test('what is confirmed after its session has left is kept under one pseudonym, without the session itself', async () => {
  const { confirm, journal } = await openFile();
  await confirm(started(gone), held(gone));
  await confirm(released(gone));
  const kept = await journal();
  const [pseudonym = ''] = kept.map((body) => ('sessionId' in body ? body.sessionId : ''));
  expect(kept).toEqual([held(pseudonym), released(pseudonym)]);
  expect(JSON.stringify(kept)).not.toContain(gone);
  expect(pseudonym).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

test('when a session leaves, its name goes from what was kept before, and a second time changes nothing', async () => {
  const { database, confirm, journal } = await openFile();
  await confirm(started(still), held(still));
  await createSessionRepository(database.query).erase(still);
  await database.transaction((query) => unnameJournal(query));
  const kept = await journal();
  expect(kept.map(({ type }) => type)).toEqual(['reservation-made']);
  expect(JSON.stringify(kept)).not.toContain(still);
  await database.transaction((query) => unnameJournal(query));
  expect(await journal()).toEqual(kept);
});

test('a restored hub is told of the promise by the same id, under the pseudonym', async () => {
  const { database, outbox, confirm, journal } = await openFile();
  await confirm(started(gone), held(gone));
  const [kept] = await journal();
  await database.transaction((query) => renumber(query, 0));
  expect(await outbox.next(100)).toMatchObject([{ sequence: 1, operationId: testId(2), body: kept }]);
});

test('a journal from before its names had a column loses them as well', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-journal-'));
  const file = path.join(folder, 'shop.sqlite');
  const migrations = [...baseMigrations, ...kioskMigrations];
  const before = migrations.slice(
    0,
    migrations.findIndex(({ name }) => name === 'kiosk-journal-names'),
  );
  const old = must(openDatabase(file, before));
  old.connection
    .prepare('INSERT INTO journal (sequence, operationId, at, body) VALUES (1, ?, ?, ?)')
    .run(testId(1), start, JSON.stringify(held(gone)));
  old.connection.close();
  const database = openKioskFile(file);
  const names = database.connection.prepare<{ sessionId: string }>('SELECT sessionId FROM journal').all();
  expect(names).toEqual([{ sessionId: gone }]);
  database.connection.close();
  rmSync(folder, { recursive: true });
});
