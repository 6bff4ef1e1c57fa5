import { findOwner } from './session-bindings.ts';
import type { Sql } from './sql.ts';
import { readStorePolicy } from './store-policy.ts';

/** Someone who wants to hear when a variant can be had in a shop. Instants in milliseconds since 1970. */
export interface StockWatch {
  readonly customerId: string;
  readonly storeId: string;
  readonly sku: string;
  readonly until: number;
}

type Piece = Pick<StockWatch, 'storeId' | 'sku'>;

const dayMs = 24 * 60 * 60_000;

/** One for each customer, shop and variant, however often it is asked for; the later end counts, within the policy of now. */
export async function addWatch(
  sql: Sql,
  watch: Omit<StockWatch, 'customerId'> & { readonly sessionId: string },
  now: number,
): Promise<void> {
  const customerId = (await findOwner(sql, watch.sessionId))?.customerId;
  if (!customerId) return;
  const { days, pieces } = (await readStorePolicy(sql)).stockAlerts;
  await sql.run(
    `INSERT INTO stockWatch (customerId, storeId, sku, until, askedAt, nextAt) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (customerId, storeId, sku) DO UPDATE SET
       until = CASE WHEN excluded.until > stockWatch.until THEN excluded.until ELSE stockWatch.until END`,
    customerId,
    watch.storeId,
    watch.sku,
    Math.min(watch.until, now + days * dayMs),
    now,
    now,
  );
  const kept = await sql.all<Piece>(
    'SELECT storeId, sku FROM stockWatch WHERE customerId = ? ORDER BY until DESC, askedAt DESC, storeId, sku',
    customerId,
  );
  for (const piece of kept.slice(pieces)) await removeWatch(sql, { customerId, ...piece });
}

/** Of the session's customer; a guest has none. */
export async function endWatches(
  sql: Sql,
  {
    sessionId,
    storeId,
    skus,
  }: { readonly sessionId: string; readonly storeId: string; readonly skus: readonly string[] },
): Promise<void> {
  const customerId = (await findOwner(sql, sessionId))?.customerId;
  if (!customerId) return;
  for (const sku of skus) await removeWatch(sql, { customerId, storeId, sku });
}

/** A few variants that someone waits for, that can be had, and of which nobody has been told lately. */
export function watchedPieces(sql: Sql, now: number): Promise<readonly Piece[]> {
  return sql.all<Piece>(
    `SELECT DISTINCT stockWatch.storeId, stockWatch.sku FROM stockWatch JOIN stock USING (storeId, sku)
     WHERE nextAt <= ?1 AND until > ?1 AND stock.onHand - stock.reserved - stock.safety > 0
     ORDER BY stockWatch.storeId, stockWatch.sku LIMIT 100`,
    now,
  );
}

/** In the order in which they asked. */
export function watchesOf(sql: Sql, { storeId, sku }: Piece, now: number): Promise<readonly StockWatch[]> {
  return sql.all<StockWatch>(
    `SELECT customerId, storeId, sku, until FROM stockWatch
     WHERE storeId = ? AND sku = ? AND until > ? ORDER BY askedAt, customerId`,
    storeId,
    sku,
    now,
  );
}

export async function removeWatch(
  sql: Sql,
  { customerId, storeId, sku }: Omit<StockWatch, 'until'>,
): Promise<void> {
  await sql.run(
    'DELETE FROM stockWatch WHERE customerId = ? AND storeId = ? AND sku = ?',
    customerId,
    storeId,
    sku,
  );
}

/** Whoever still waits for it is not told of the same units: those that were told come first. */
export async function postponeWatches(sql: Sql, { storeId, sku }: Piece, nextAt: number): Promise<void> {
  await sql.run('UPDATE stockWatch SET nextAt = ? WHERE storeId = ? AND sku = ?', nextAt, storeId, sku);
}

export async function forgetOldWatches(sql: Sql, now: number): Promise<void> {
  await sql.run('DELETE FROM stockWatch WHERE until <= ?', now);
}
