import type { Sql, TransactionSql } from './sql.ts';

export type FeedKind =
  | 'store'
  | 'product'
  | 'stock'
  | 'offer'
  | 'floor-task'
  | 'capsule-keys'
  | 'store-policy'
  | 'visitor';

/** Moves the thing to the feed's end. Run it in the transaction that changed the thing. */
export async function markChanged(
  sql: TransactionSql,
  kind: FeedKind,
  key1: string,
  key2 = '',
): Promise<void> {
  await sql.run(
    `INSERT INTO feedEntry (kind, key1, key2, cursor) VALUES (?, ?, ?, ?)
     ON CONFLICT (kind, key1, key2) DO UPDATE SET cursor = excluded.cursor`,
    kind,
    key1,
    key2,
    sql.feed.advance(),
  );
}

/** The feed's end as it is committed; in a transaction it is `sql.feed.cursor`. */
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
