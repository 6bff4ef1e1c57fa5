import type { Sql } from './sql.ts';

/** Notes when a line of a bag was last changed, by whoever changed it. Milliseconds since 1970. */
export async function noteTouch(sql: Sql, sessionId: string, sku: string, at: number): Promise<void> {
  await sql.run(
    `INSERT INTO cartTouch (sessionId, sku, at) VALUES (?, ?, ?)
     ON CONFLICT (sessionId, sku) DO UPDATE SET at = excluded.at`,
    sessionId,
    sku,
    at,
  );
}

/** When the line was last changed; undefined when never. */
export async function lastTouch(sql: Sql, sessionId: string, sku: string): Promise<number | undefined> {
  const row = await sql.first<{ at: number }>(
    'SELECT at FROM cartTouch WHERE sessionId = ? AND sku = ?',
    sessionId,
    sku,
  );
  return row?.at;
}

/** Where a bag goes over into another, the later change of a line counts. */
export async function moveTouches(sql: Sql, from: string, to: string): Promise<void> {
  await sql.run(
    `INSERT INTO cartTouch (sessionId, sku, at) SELECT ?, sku, at FROM cartTouch WHERE sessionId = ?
     ON CONFLICT (sessionId, sku) DO UPDATE SET
       at = CASE WHEN excluded.at > cartTouch.at THEN excluded.at ELSE cartTouch.at END`,
    to,
    from,
  );
}
