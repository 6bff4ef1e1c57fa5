import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lastBackupAt } from './backup.ts';
import { type Connection, openConnection } from './connection.ts';
import { baseMigrations } from './migrations/base.ts';
import { kioskMigrations, scrubKioskBackup } from './migrations/kiosk.ts';
import { type Database, openDatabase } from './open-database.ts';
import { testId } from './testing/samples.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-store-'));
  file = join(folder, 'shop.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(migrations = baseMigrations, options = {}): Database {
  const opened = openDatabase(file, migrations, options);
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

const offers = async (database: Database): Promise<readonly string[]> =>
  (await database.query.selectFrom('offer').select('code').orderBy('code').execute()).map((row) => row.code);

const addOffer = (database: Database, code: string): Promise<unknown> =>
  database.transaction((query) => query.insertInto('offer').values({ code, document: '{}' }).execute());

test('what was committed is there after opening again; a failed transaction leaves nothing', async () => {
  const first = open();
  await addOffer(first, 'KEPT');
  const broken = first.transaction(async (query) => {
    await query.insertInto('offer').values({ code: 'LOST', document: '{}' }).execute();
    throw new Error('power cut');
  });
  await expect(broken).rejects.toThrow('power cut');
  // A second connection sees what a process sees that starts after a crash: the first is never closed.
  const second = open();
  expect(await offers(second)).toEqual(['KEPT']);
  await second.close();
  await first.close();
});

test('a transaction that never ended is undone', async () => {
  const crashed = open();
  crashed.connection.execute("BEGIN IMMEDIATE; INSERT INTO offer (code, document) VALUES ('HALF', '{}')");
  crashed.connection.close();
  const database = open();
  expect(await offers(database)).toEqual([]);
  await database.close();
});

test('transactions run one after the other, whole', async () => {
  const database = open();
  const seen: string[] = [];
  await Promise.all(
    ['A', 'B', 'C'].map((code) =>
      database.transaction(async (query) => {
        seen.push(`begin ${code}`);
        await query.insertInto('offer').values({ code, document: '{}' }).execute();
        await new Promise((resolve) => setTimeout(resolve, 2));
        seen.push(`end ${code}`);
      }),
    ),
  );
  expect(seen).toEqual(['begin A', 'end A', 'begin B', 'end B', 'begin C', 'end C']);
  await database.close();
});

test('who only looks sees one state, and waits for nobody who writes elsewhere', async () => {
  const here = open();
  await addOffer(here, 'OLD');
  const elsewhere = openConnection(file);
  elsewhere.execute('BEGIN IMMEDIATE');
  elsewhere.execute("INSERT INTO offer (code, document) VALUES ('NEW', '{}')");
  const codes = (query: Database['query']) => query.selectFrom('offer').select('code').execute();
  const [before, after] = await here.read(async (query) => {
    const first = await codes(query);
    elsewhere.execute('COMMIT');
    return [first, await codes(query)];
  });
  expect([before, after]).toEqual([[{ code: 'OLD' }], [{ code: 'OLD' }]]);
  expect(await offers(here)).toEqual(['NEW', 'OLD']);
  await expect(here.read(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await addOffer(here, 'THIRD');
  elsewhere.close();
  await here.close();
});

test('what uses a closed file is told so, and ends no process', async () => {
  const database = open();
  const statement = database.connection.prepare('SELECT code FROM offer');
  statement.all();
  await database.close();
  expect(() => statement.all()).toThrow('has been closed');
  expect(() => statement.first()).toThrow('has been closed');
  expect(() => database.connection.execute('BEGIN')).toThrow('has been closed');
  expect(database.connection.inTransaction()).toBe(false);
  await expect(offers(database)).rejects.toThrow('has been closed');
});

test('is durable and private: WAL, full fsync, erased bytes overwritten, foreign keys', async () => {
  const database = open();
  const pragma = (name: string) => Object.values(database.connection.prepare(`PRAGMA ${name}`).first() ?? {});
  expect(['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys'].map(pragma)).toEqual([
    ['wal'],
    [2],
    [1],
    [1],
  ]);
  await database.transaction(async () => undefined, { repeatable: true });
  expect(pragma('synchronous')).toEqual([2]);
  await database.close();
});

const table = { name: 'x-001', sql: 'CREATE TABLE x (a INTEGER); INSERT INTO x VALUES (1);' };
const more = { name: 'x-002', sql: 'INSERT INTO x VALUES (2);' };
const valuesOf = (database: Database) => database.connection.prepare('SELECT a FROM x').all();

test('migrations run once and in order; where one of them breaks, none of them was', async () => {
  await open([...baseMigrations, table]).close();
  const broken = { name: 'x-003', sql: 'INSERT INTO x VALUES (3); SELECT * FROM nowhere;' };
  const failed = openDatabase(file, [...baseMigrations, table, more, broken], { now: () => 0 });
  expect(failed).toMatchObject({ ok: false, failure: { kind: 'conflict', reason: 'migration-failed' } });
  expect(failed.ok ? '' : failed.failure.message).toBe(
    `${file} could not be brought to this version (x-003: no such table: nowhere). It is as it was, with a copy in ${join(folder, 'backups', 'shop.x-001.1970-01-01T00-00-00-000Z.sqlite')}. Start the version before this one, and tell support.`,
  );
  const database = open([...baseMigrations, table]);
  expect(valuesOf(database)).toEqual([{ a: 1 }]);
  await database.close();
});

test('a start that migrates keeps the file as it was before, the last three of them, without what is scrubbed', async () => {
  const backups = () => readdirSync(join(folder, 'backups')).sort();
  await open([...baseMigrations, table]).close();
  await open([...baseMigrations, table]).close();
  expect(lastBackupAt(file)).toBeNull();
  const steps = Array.from({ length: 4 }, (_, index) => ({
    name: `x-00${index + 2}`,
    sql: `INSERT INTO x VALUES (${index + 2})`,
  }));
  for (const [index] of steps.entries()) {
    const database = open([...baseMigrations, table, ...steps.slice(0, index + 1)], {
      now: () => Date.UTC(2026, 10, 22 + index),
      scrubBackup: (copy: Connection) => copy.execute('DELETE FROM x WHERE a = 1'),
    });
    expect(valuesOf(database)).toHaveLength(index + 2);
    await database.close();
  }
  expect(backups()).toEqual([
    'shop.x-002.2026-11-23T00-00-00-000Z.sqlite',
    'shop.x-003.2026-11-24T00-00-00-000Z.sqlite',
    'shop.x-004.2026-11-25T00-00-00-000Z.sqlite',
  ]);
  expect(lastBackupAt(file)).toBe(Date.UTC(2026, 10, 25));
  const copy = openConnection(join(folder, 'backups', 'shop.x-003.2026-11-24T00-00-00-000Z.sqlite'));
  expect(copy.prepare('SELECT a FROM x').all()).toEqual([{ a: 2 }, { a: 3 }]);
  expect(copy.prepare('SELECT max(name) AS name FROM migration').all()).toEqual([{ name: 'x-003' }]);
  copy.close();
});

test('a folder that is none is named as such', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(openDatabase(folder, baseMigrations)).toMatchObject({ failure: { reason: 'store-unreachable' } });
});

test('a file of a newer version is left alone', async () => {
  await open([...baseMigrations, { name: 'later-001', sql: 'CREATE TABLE later (a)' }]).close();
  expect(openDatabase(file, baseMigrations)).toMatchObject({ ok: false, failure: { reason: 'store-newer' } });
});

test('a damaged file is named as such', () => {
  writeFileSync(file, 'not a database, but long enough to have a header. '.repeat(100));
  expect(openDatabase(file, baseMigrations)).toMatchObject({
    ok: false,
    failure: { reason: 'store-damaged' },
  });
});

test('read-only refuses writes and does not make files', async () => {
  expect(openDatabase(file, baseMigrations, { readonly: true })).toMatchObject({
    failure: { reason: 'store-missing' },
  });
  const writer = open();
  await addOffer(writer, 'A');
  const reader = open(baseMigrations, { readonly: true });
  expect(await offers(reader)).toEqual(['A']);
  await expect(addOffer(reader, 'B')).rejects.toThrow('readonly');
  await reader.close();
  await writer.close();
});

test('another process that keeps the file to itself is named as such', () => {
  const other = openConnection(file);
  other.execute('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE mine (a)');
  expect(openDatabase(file, baseMigrations, { waitMs: 50 })).toMatchObject({
    failure: { reason: 'store-locked' },
  });
  other.close();
});

test('a backup of a kiosk holds promises and nothing of shoppers', async () => {
  const kiosk = [...baseMigrations, ...kioskMigrations];
  const database = open(kiosk);
  const operation = { operationId: testId(1), sessionId: testId(800), at: 0 };
  const message = JSON.stringify({ type: 'message-added', message: { text: 'for my wedding' } });
  const note = JSON.stringify({ type: 'session-note-set', content: { text: 'all my love' } });
  const bag = { cart: [{ sku: 'kurta', quantity: 1 }], sizes: { Kurta: 'M' }, colours: ['turmeric'] };
  const started = JSON.stringify({ type: 'session-started', bag });
  await database.transaction(async (query) => {
    await query
      .insertInto('session')
      .values({ sessionId: testId(800), document: '{}', endedAt: null })
      .execute();
    await query
      .insertInto('expectedVisitor')
      .values({ lookupId: 'a', sealed: 'sealed-for-a-day', expiresAt: 0, generation: 0 })
      .execute();
    await query
      .insertInto('outbox')
      .values([
        { ...operation, sequence: 1, body: message },
        { ...operation, sequence: 2, operationId: testId(2), body: '{"type":"reservation-made"}' },
        { ...operation, sequence: 3, operationId: testId(3), body: 'damaged' },
        { ...operation, sequence: 4, operationId: testId(4), body: started },
        { ...operation, sequence: 5, operationId: testId(5), body: note },
      ])
      .execute();
  });
  await database.close();
  await open([...kiosk, table], { scrubBackup: scrubKioskBackup }).close();
  const [backup = ''] = readdirSync(join(folder, 'backups'));
  const bytes = readFileSync(join(folder, 'backups', backup));
  expect(
    ['wedding', 'all my love', 'turmeric', 'sealed-for-a-day'].filter((word) => bytes.includes(word)),
  ).toEqual([]);
  const copy = openConnection(join(folder, 'backups', backup));
  expect(copy.prepare('SELECT sequence FROM outbox').all()).toEqual([
    { sequence: 2 },
    { sequence: 3 },
    { sequence: 4 },
  ]);
  const [{ body } = { body: '' }] = copy
    .prepare<{ body: string }>('SELECT body FROM outbox WHERE sequence = 4')
    .all();
  expect(JSON.parse(body)).toMatchObject({ bag: { cart: bag.cart, sizes: {}, colours: [] } });
  expect(copy.prepare('SELECT * FROM session').all()).toEqual([]);
  copy.close();
});
