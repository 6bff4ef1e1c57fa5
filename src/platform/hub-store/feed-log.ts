import type { Connection } from '../store/connection.ts';

export type FeedKind = 'store' | 'product' | 'stock' | 'offer';

export interface FeedEntry {
  readonly kind: FeedKind;
  /** Store id, product handle, offer code; for stock the store id. */
  readonly key1: string;
  /** For stock the sku; empty otherwise. */
  readonly key2: string;
  readonly cursor: number;
}

/** Moves the thing to the feed's end. Run it in the transaction that changed the thing. */
export function markChanged(connection: Connection, kind: FeedKind, key1: string, key2 = ''): void {
  connection.prepare('UPDATE hub SET cursor = cursor + 1').run();
  connection
    .prepare(
      `INSERT INTO feedEntry (kind, key1, key2, cursor) SELECT ?, ?, ?, cursor FROM hub WHERE true
       ON CONFLICT (kind, key1, key2) DO UPDATE SET cursor = excluded.cursor`,
    )
    .run(kind, key1, key2);
}

/** The feed's end. */
export function headCursor(connection: Connection): number {
  return connection.prepare<{ cursor: number }>('SELECT cursor FROM hub').first()?.cursor ?? 0;
}

export function entriesAfter(connection: Connection, cursor: number, limit: number): readonly FeedEntry[] {
  return connection
    .prepare<FeedEntry>(
      'SELECT kind, key1, key2, cursor FROM feedEntry WHERE cursor > ? ORDER BY cursor LIMIT ?',
    )
    .all(cursor, limit);
}

export function countAfter(connection: Connection, cursor: number): number {
  return (
    connection
      .prepare<{ count: number }>('SELECT count(*) AS count FROM feedEntry WHERE cursor > ?')
      .first(cursor)?.count ?? 0
  );
}
