import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headCursor, markChanged } from '../../../src/platform/hub-store/feed-log.ts';
import type { Announcement } from '../../../src/platform/hub-store/hub-database.ts';
import { listOf, type Sql } from '../../../src/platform/hub-store/sql.ts';
import { databases } from './hub-place.ts';
import { openTestHub, type TestHub } from './test-hubs.ts';

const put = (sql: Sql, code: string) =>
  sql.run('INSERT INTO offer (code, document) VALUES (?, ?)', code, '{}');
const codes = async (sql: Sql) =>
  (await sql.all<{ code: string }>('SELECT code FROM offer ORDER BY code')).map(({ code }) => code);

describe.each(databases)('transactions of a hub on %s', (kind) => {
  let it: TestHub;
  beforeAll(async () => {
    it = await openTestHub(kind);
  });
  afterAll(() => it.close());

  test('what throws leaves nothing and tells nothing; what is committed is told afterwards', async () => {
    const { hub } = it;
    const heard: Announcement[] = [];
    const unsubscribe = hub.subscribe((announcement, here) => {
      expect(here).toBe(true);
      heard.push(announcement);
    });
    const before = await headCursor(hub.sql);
    const failing = hub.transaction(async ({ sql, announce }) => {
      await put(sql, 'A');
      await markChanged(sql, 'offer', 'A');
      announce({ type: 'message-waiting' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect([await codes(hub.sql), await headCursor(hub.sql), heard]).toEqual([[], before, []]);

    const done = await hub.transaction(async ({ sql, announce }) => {
      announce({ type: 'message-waiting' });
      await put(sql, 'B');
      await put(sql, 'C');
      await markChanged(sql, 'offer', 'B');
      await markChanged(sql, 'offer', 'C');
      expect(sql.feed.cursor).toBe(before + 2);
      expect(heard).toEqual([]);
      return 'done';
    });
    expect(done).toBe('done');
    expect(heard).toEqual([{ type: 'feed-advanced', cursor: before + 2 }, { type: 'message-waiting' }]);
    expect(await headCursor(hub.sql)).toBe(before + 2);
    unsubscribe();
    await hub.transaction(async ({ announce }) => announce({ type: 'message-waiting' }));
    expect(heard).toHaveLength(2);
  });

  test('they run one after the other, however many are asked for at once', async () => {
    const { hub } = it;
    await hub.transaction(({ sql }) => sql.run('UPDATE hub SET lastOrderNumber = 0'));
    await Promise.all(
      Array.from({ length: 20 }, () =>
        hub.transaction(async ({ sql }) => {
          const row = await sql.first<{ last: number }>('SELECT lastOrderNumber AS last FROM hub');
          await new Promise((resolve) => setImmediate(resolve));
          await sql.run('UPDATE hub SET lastOrderNumber = ?', (row?.last ?? 0) + 1);
        }),
      ),
    );
    expect(await hub.sql.first('SELECT lastOrderNumber AS last FROM hub')).toEqual({ last: 20 });
  });

  test('a read from outside sees nothing of a transaction that runs, and inside of one is an error', async () => {
    const { hub } = it;
    await hub.transaction(({ sql }) => sql.run('DELETE FROM offer'));
    let go = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const seen = gate.then(() => codes(hub.sql));
    await expect(
      hub.transaction(async ({ sql }) => {
        expect(await put(sql, 'X')).toBe(1);
        go();
        // SQLite makes the reader wait for this transaction, PostgreSQL does not.
        await new Promise((resolve) => setTimeout(resolve, 20));
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await seen).toEqual([]);
    await expect(hub.transaction(() => codes(hub.sql))).rejects.toThrow('Inside a transaction');
    await expect(hub.transaction(() => hub.transaction(async () => 1))).rejects.toThrow(
      'Inside a transaction',
    );
    const { sql } = await hub.transaction(async (transaction) => transaction);
    await expect(codes(sql)).rejects.toThrow('is over');
  });

  test('numbers of 53 bits, texts in every script, nulls, and lists of any length', async () => {
    const { hub } = it;
    const text = 'कुर्ता "रेशम" \\ \' ? $1 \n 👗';
    await hub.transaction(async ({ sql }) => {
      await sql.run('DELETE FROM offer');
      for (const code of ['a', 'B', 'Ä', 'z']) await put(sql, code);
      await sql.run('UPDATE offer SET document = ?, generation = ? WHERE code = ?', text, 2 ** 53 - 1, 'B');
    });
    expect(await codes(hub.sql)).toEqual(['B', 'a', 'z', 'Ä']);
    const row = await hub.sql.first(
      'SELECT document, generation, sum(generation) AS total FROM offer WHERE code = ? GROUP BY code',
      'B',
    );
    expect(row).toEqual({ document: text, generation: 2 ** 53 - 1, total: 2 ** 53 - 1 });
    expect(await hub.sql.first('SELECT code FROM offer WHERE code = ?', null)).toBeUndefined();
    for (const wanted of [[], ['B'], ['z', 'B', 'none'], ['a', 'B', 'Ä', 'z', 'a']]) {
      const list = listOf(wanted);
      const rows = await hub.sql.all<{ code: string }>(
        `SELECT code FROM offer WHERE code IN ${list.text}`,
        ...list.values,
      );
      expect(new Set(rows.map(({ code }) => code))).toEqual(new Set(wanted.filter((one) => one !== 'none')));
    }
    expect(await hub.transaction(({ sql }) => sql.run('DELETE FROM offer WHERE code > ?', 'a'))).toBe(2);
  });
});
