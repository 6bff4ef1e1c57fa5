import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openConnection } from './connection.ts';
import { baseMigrations } from './migrations/base.ts';
import { type Database, openDatabase } from './open-database.ts';

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

test('migrations run once, in order, and a broken one leaves the file as it was', async () => {
  const table = { name: 'x-001', sql: 'CREATE TABLE x (a INTEGER); INSERT INTO x VALUES (1);' };
  await open([...baseMigrations, table]).close();
  const broken = { name: 'x-002', sql: 'INSERT INTO x VALUES (2); SELECT * FROM nowhere;' };
  expect(() => open([...baseMigrations, table, broken])).toThrow('nowhere');
  const database = open([...baseMigrations, table]);
  expect(database.connection.prepare('SELECT a FROM x').all()).toEqual([{ a: 1 }]);
  await database.close();
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
