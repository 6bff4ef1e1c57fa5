import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HubDatabase } from './hub-database.ts';
import { listOf, type Sql } from './sql.ts';
import { openSqliteHub } from './sqlite-hub.ts';

let folder: string;
let hub: HubDatabase;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-sql-'));
  const opened = await openSqliteHub(join(folder, 'hub.sqlite'), { now: () => 1, newId: () => 'id' });
  if (!opened.ok) throw new Error(opened.failure.message);
  hub = opened.value;
});
afterEach(async () => {
  await hub.close();
  rmSync(folder, { recursive: true });
});

const put = (sql: Sql, code: string) =>
  sql.run('INSERT INTO offer (code, document) VALUES (?, ?)', code, '{}');
const codes = async (sql: Sql) =>
  (await sql.all<{ code: string }>('SELECT code FROM offer ORDER BY code')).map(({ code }) => code);

test('a read outside waits for the transaction that runs, and sees nothing of one that is rolled back', async () => {
  let seen: Promise<readonly string[]> | undefined;
  let answered = false;
  // Outside of the transaction's own call chain, as another request is.
  const ask = new Promise<void>((resolve) => {
    setTimeout(() => {
      seen = codes(hub.sql).finally(() => {
        answered = true;
      });
      resolve();
    }, 5);
  });
  const failing = hub.transaction(async ({ sql }) => {
    expect(await put(sql, 'A')).toBe(1);
    expect(await codes(sql)).toEqual(['A']);
    await ask;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(answered).toBe(false);
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await seen).toEqual([]);
});

test('what would wait for ever is an error at once, and so is a call that comes too late', async () => {
  const nested = hub.transaction(async () => hub.transaction(async () => 1));
  await expect(nested).rejects.toThrow('Inside a transaction');
  await expect(hub.transaction(async () => codes(hub.sql))).rejects.toThrow('Inside a transaction');
  const late = await hub.transaction(async ({ sql }) => ({ sql }));
  await expect(codes(late.sql)).rejects.toThrow('is over');
  await hub.transaction(async ({ sql }) => put(sql, 'B'));
  expect(await codes(hub.sql)).toEqual(['B']);
});

test('a list of any length is one of a few texts', async () => {
  await hub.transaction(async ({ sql }) => {
    for (const code of ['A', 'B', 'C', 'D']) await put(sql, code);
  });
  const among = async (...wanted: readonly string[]) => {
    const list = listOf(wanted);
    const rows = await hub.sql.all<{ code: string }>(
      `SELECT code FROM offer WHERE code IN ${list.text} ORDER BY code`,
      ...list.values,
    );
    return rows.map(({ code }) => code);
  };
  expect(await among()).toEqual([]);
  expect(await among('C')).toEqual(['C']);
  expect(await among('D', 'A', 'X')).toEqual(['A', 'D']);
  expect(listOf(['A', 'B', 'C']).text).toBe(listOf(['A', 'B', 'C', 'D']).text);
});
