import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { baseMigrations } from '../migrations/base.ts';
import { kioskMigrations } from '../migrations/kiosk.ts';
import { type Database, openDatabase } from '../open-database.ts';
import { testId } from '../testing/samples.ts';
import { isSuspect, leaveCleanMark, leaveSuspectMark, writeHistory } from './marks.ts';
import { mendStore } from './mend-store.ts';
import { acceptRebuilt, rebuild } from './rebuild.ts';
import { type FilledStore, fillStore, operations, outboxOf, writeOperation } from './testing/fill-store.ts';

const migrations = [...baseMigrations, ...kioskMigrations];
let store: FilledStore;
beforeAll(async () => {
  store = await fillStore();
});
afterAll(() => store.remove());

const warnings: string[] = [];
let lastId = 0;
const nextId = (): string => {
  lastId += 1;
  return testId(0xabc000 + lastId);
};
const mend = (file: string) =>
  mendStore(file, migrations, { now: () => 1000, newId: nextId, onWarning: (text) => warnings.push(text) });

function openMended(file: string): Database {
  const opened = openDatabase(file, migrations);
  if (!opened.ok) throw new Error(opened.failure.message);
  expect(opened.value.connection.prepare('PRAGMA integrity_check').all()).toEqual([
    { integrity_check: 'ok' },
  ]);
  return opened.value;
}

test('after a stop in order only what cannot be fetched again is looked at, and once a day all', async () => {
  const file = store.layOut('closed');
  const bytes = readFileSync(file);
  const lastPiece = bytes.lastIndexOf('"handle":"piece-149"');
  bytes[lastPiece] = 0;
  writeFileSync(file, bytes);
  leaveCleanMark(file);
  await writeHistory(file, { checkedAt: 900, restored: null });
  expect(await mend(file)).toEqual({ ok: true, value: { checkedAt: 900, restored: null } });
  // The mark was for one start.
  expect(await mend(file)).toMatchObject({ value: { restored: { at: 1000, operations, lost: 0 } } });
  expect(warnings.at(-1)).toContain('(1 broken documents in product)');

  leaveCleanMark(file);
  await writeHistory(file, { checkedAt: 1000 - 25 * 60 * 60_000, restored: null });
  expect(await mend(file)).toEqual({ ok: true, value: { checkedAt: 1000, restored: null } });
});

test('a file in which damage has shown is made anew at the next start, and only then', async () => {
  const file = store.layOut('closed');
  leaveSuspectMark(file);
  leaveCleanMark(file);
  expect(await mend(file)).toMatchObject({ value: { restored: { operations, lost: 0 } } });
  expect(isSuspect(file)).toBe(false);
  const database = openMended(file);
  expect(outboxOf(database)).toEqual(store.outbox);
  await writeOperation(database, operations + 1);
  database.truncateLog();
  await database.close();
  await mend(file);
  expect(readdirSync(path.join(path.dirname(file), 'damaged'))).toHaveLength(1);
  expect(outboxOf(openMended(file))).toHaveLength(operations + 1);
});

test('a start that is broken off while it puts the new file in place is gone on with', async () => {
  const file = store.layOut('killed');
  rebuild(file, migrations, { now: () => 1, newId: nextId });
  acceptRebuilt(file);
  // The damaged file is aside already, its log is not: it must not be taken for the new file's.
  rmSync(file);
  expect(await mend(file)).toMatchObject({ ok: true });
  expect(readdirSync(path.dirname(file)).sort()).toEqual([
    'damaged',
    'shop.sqlite',
    'shop.sqlite.history.json',
  ]);
  expect(readdirSync(path.join(path.dirname(file), 'damaged', '1970-01-01T00-00-01-000Z'))).toEqual([
    'shop.sqlite-wal',
  ]);
  expect(outboxOf(openMended(file))).toEqual(store.outbox);
});

test('the last two damaged files are kept', async () => {
  const file = store.layOut('closed');
  for (const at of [1000, 2000, 3000]) {
    leaveSuspectMark(file);
    await mendStore(file, migrations, { now: () => at, newId: nextId, onWarning: () => undefined });
  }
  expect(readdirSync(path.join(path.dirname(file), 'damaged'))).toEqual([
    '1970-01-01T00-00-02-000Z',
    '1970-01-01T00-00-03-000Z',
  ]);
});

test('a damaged file from before an update is rebuilt as it was, and then brought up to date', async () => {
  const older = [baseMigrations[0], kioskMigrations[0]].filter((migration) => migration !== undefined);
  const folder = path.join(store.folder, 'older');
  const opened = openDatabase(path.join(folder, 'first.sqlite'), older);
  if (!opened.ok) throw new Error(opened.failure.message);
  const { connection } = opened.value;
  connection.execute(`
    INSERT INTO outbox VALUES (7, '${testId(7)}', '${testId(800)}', 5, '{"type":"cart-line-set"}');
    INSERT INTO reservation VALUES ('${testId(900)}', '${testId(800)}', 'hyd-banjara', 'sku', 1, 'trial', 'held', 101, 1, 5, 9, 6);
    UPDATE replica SET lastSequence = 7, confirmedSequence = 6, appliedSequence = 5;`);
  opened.value.truncateLog();
  const bytes = readFileSync(opened.value.file);
  await opened.value.close();
  const file = path.join(folder, 'shop.sqlite');
  writeFileSync(file, bytes.fill(0, 0, 4096));
  expect(await mend(file)).toMatchObject({ value: { restored: { operations: 1, lost: 0 } } });
  const database = openMended(file);
  const reservation = await database.query.selectFrom('reservation').selectAll().execute();
  expect(reservation).toMatchObject([
    { reservationId: testId(900), state: 'requested', operationSequence: 6 },
  ]);
  expect(outboxOf(database)).toMatchObject([{ sequence: 7, body: '{"type":"cart-line-set"}' }]);
  const replica = await database.query.selectFrom('replica').selectAll().execute();
  expect(replica).toMatchObject([{ lastSequence: 7, confirmedSequence: 6, appliedSequence: 5 }]);
});
