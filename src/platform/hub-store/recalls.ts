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

interface Recall extends Wanted {
  /** Not from this device, which is who waits. */
  readonly except?: string;
  /** Only rights that were given before this instant. */
  readonly givenBefore: number;
}

/** Asks devices for unspent rights, those with the most first. Gives how many units are asked for. */
async function recall(
  sql: TransactionSql,
  { storeId, sku, quantity, givenBefore, except }: Recall,
): Promise<number> {
  const holders = await sql.all<{ deviceId: string; unspent: number }>(
    `SELECT deviceId, granted - spent AS unspent FROM deviceGrant
     WHERE storeId = ? AND sku = ? AND granted > spent AND toppedUpAt < ?
     ORDER BY granted - spent DESC, deviceId`,
    storeId,
    sku,
    givenBefore,
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

/** For someone who waits, and who will ask again for what is on its way elsewhere now. */
export function recallRights(
  sql: TransactionSql,
  { now, ...wanted }: Omit<Recall, 'givenBefore'> & { readonly now: number },
): Promise<number> {
  return recall(sql, { ...wanted, givenBefore: now - settlingMs });
}

/** The shop has fewer units than are promised and may be promised: as many rights as there are too many are asked back. */
export async function recallMissing(
  sql: TransactionSql,
  { storeId, sku }: Omit<Wanted, 'quantity'>,
): Promise<void> {
  const row = await ledgerRow(sql, null, storeId, sku);
  const missing = row ? -hubFree({ ...row, grants: [{ granted: row.granted, spent: 0 }] }) : 0;
  // Also lately given ones: nobody asks a second time, and a device gives back only what it has not promised.
  if (missing > 0)
    await recall(sql, { storeId, sku, quantity: missing, givenBefore: Number.MAX_SAFE_INTEGER });
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
