import { hubFree, isScarce } from '../../core/stock/escrow.ts';
import { markChanged } from './feed-log.ts';
import { ledgerRow } from './ledger-row.ts';
import type { Sql, TransactionSql } from './sql.ts';
import { takesScarce } from './stock-policy.ts';

/** A right that was given so lately is on its way into a promise. */
const settlingMs = 30_000;

interface Wanted {
  readonly storeId: string;
  readonly sku: string;
  readonly quantity: number;
}

async function askBack(sql: Sql, { storeId, sku, quantity }: Wanted, holder: string): Promise<void> {
  await sql.run(
    'UPDATE deviceGrant SET recall = ? WHERE storeId = ? AND sku = ? AND deviceId = ?',
    quantity,
    storeId,
    sku,
    holder,
  );
}

/**
 * Asks devices for unspent rights that someone waits for, those with the most first; `except` is who waits. Gives how many units
 * are asked for.
 */
export async function recallRights(
  sql: TransactionSql,
  { storeId, sku, quantity, now, except }: Wanted & { readonly now: number; readonly except?: string },
): Promise<number> {
  const holders = await sql.all<{ deviceId: string; unspent: number }>(
    `SELECT deviceId, granted - spent AS unspent FROM deviceGrant
     WHERE storeId = ? AND sku = ? AND granted > spent AND toppedUpAt < ?
     ORDER BY granted - spent DESC, deviceId`,
    storeId,
    sku,
    now - settlingMs,
  );
  let asked = 0;
  for (const { deviceId, unspent } of holders) {
    if (deviceId === except || asked >= quantity) continue;
    const units = Math.min(unspent, quantity - asked);
    await askBack(sql, { storeId, sku, quantity: units }, deviceId);
    asked += units;
  }
  if (asked > 0) await markChanged(sql, 'stock', storeId, sku);
  return asked;
}

/** The shop has fewer units than are promised and may be promised: as many rights as there are too many are asked back. */
export async function recallMissing(
  sql: TransactionSql,
  { storeId, sku, now }: Omit<Wanted, 'quantity'> & { readonly now: number },
): Promise<void> {
  const row = await ledgerRow(sql, null, storeId, sku);
  const missing = row ? -hubFree({ ...row, grants: [{ granted: row.granted, spent: 0 }] }) : 0;
  if (missing > 0) await recallRights(sql, { storeId, sku, quantity: missing, now });
}

/**
 * A hold has ended on whose rights a device sits now: of scarce units the hub would like them back, for they are for whoever
 * asks first, be it another kiosk or the web shop.
 */
export async function recallScarce(sql: Sql, hold: Wanted, holder: string): Promise<void> {
  const row = await ledgerRow(sql, holder, hold.storeId, hold.sku);
  if (!row || row.own <= 0) return;
  if (!isScarce(row.onHand - row.reserved - row.safety, row.devices)) return;
  if (await takesScarce(sql, { storeId: hold.storeId, deviceId: holder })) return;
  await askBack(sql, { ...hold, quantity: Math.min(hold.quantity, row.own) }, holder);
}
