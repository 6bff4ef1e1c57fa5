import type { Environment } from '../../core/ports/environment.ts';
import { headCursor } from './feed-log.ts';
import type { Sql, TransactionSql } from './sql.ts';

/**
 * A hub that was restored from a backup has another past than its devices saw. Each start begins a term, and a device's cursor
 * goes with the term that gave it out: it is of this hub's past when the term is known and had not ended before the cursor.
 * The same idea as leader epochs in Kafka (KIP-101).
 */
export async function beginTerm(sql: TransactionSql, environment: Environment): Promise<void> {
  await sql.run(
    `INSERT INTO term (number, termId, startCursor)
     SELECT coalesce((SELECT max(number) FROM term), 0) + 1, ?, ? FROM hub`,
    environment.newId(),
    sql.feed.cursor,
  );
}

export async function currentTerm(sql: Sql): Promise<string> {
  const row = await sql.first<{ termId: string }>('SELECT termId FROM term ORDER BY number DESC LIMIT 1');
  if (!row) throw new Error('The hub has no term');
  return row.termId;
}

/** Whether this hub gave that cursor out. */
export async function isOwnPast(
  sql: Sql,
  { termId, cursor }: { readonly termId: string; readonly cursor: number },
): Promise<boolean> {
  const term = await sql.first<{ number: number }>('SELECT number FROM term WHERE termId = ?', termId);
  if (!term) return false;
  const next = await sql.first<{ startCursor: number }>(
    'SELECT startCursor FROM term WHERE number > ? ORDER BY number LIMIT 1',
    term.number,
  );
  return cursor <= (next?.startCursor ?? (await headCursor(sql)));
}
