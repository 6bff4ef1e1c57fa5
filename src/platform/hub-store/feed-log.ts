import type { Sql } from './sql.ts';

export type FeedKind = 'store' | 'product' | 'stock' | 'offer';

/** Moves the thing to the feed's end. Run it in the transaction that changed the thing. */
export async function markChanged(sql: Sql, kind: FeedKind, key1: string, key2 = ''): Promise<void> {
  await sql.run('UPDATE hub SET cursor = cursor + 1');
  await sql.run(
    `INSERT INTO feedEntry (kind, key1, key2, cursor) SELECT ?, ?, ?, cursor FROM hub WHERE true
     ON CONFLICT (kind, key1, key2) DO UPDATE SET cursor = excluded.cursor`,
    kind,
    key1,
    key2,
  );
}

/** The feed's end. */
export async function headCursor(sql: Sql): Promise<number> {
  return (await sql.first<{ cursor: number }>('SELECT cursor FROM hub'))?.cursor ?? 0;
}

export async function countAfter(sql: Sql, cursor: number): Promise<number> {
  const row = await sql.first<{ count: number }>(
    'SELECT count(*) AS count FROM feedEntry WHERE cursor > ?',
    cursor,
  );
  return row?.count ?? 0;
}
