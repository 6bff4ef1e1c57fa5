import { appliedSequence } from './applied-sequence.ts';
import type { Device } from './devices.ts';
import { forgetEarlySteps } from './early-steps.ts';
import { markChanged } from './feed-log.ts';
import type { HubTransaction } from './hub-database.ts';
import { lapse } from './leases.ts';
import type { Sql } from './sql.ts';
import { readStockPolicy } from './stock-policy.ts';

/**
 * This hub has forgotten what it did since a backup: rights that it gave, promises that devices told it. Until each device of
 * a shop has said it all again, or can promise nothing any more, the hub promises nothing of that shop.
 * `storeId`: only that shop.
 */
export async function beginRecovery({ sql, now }: HubTransaction, storeId?: string): Promise<void> {
  const { leaseHours } = await readStockPolicy(sql);
  const until = now + leaseHours * 60 * 60_000;
  // A kiosk without a lease in the backup may have had one since; a known one may be longer than the policy's leases are now.
  const marked = await sql.run(
    `UPDATE device SET unheardUntil = CASE WHEN leaseUntil > ?1 THEN leaseUntil ELSE ?1 END, leaseUntil = NULL
     WHERE (grantedAt IS NOT NULL OR kind = 'kiosk') AND unheardUntil IS NULL AND (storeId = ?2 OR ?3 = 1)
       AND (retiredAt IS NULL OR leaseUntil > ?4)`,
    until,
    storeId ?? '',
    storeId === undefined ? 1 : 0,
    now,
  );
  // Who has read already since this hub began would not ask again before its lease is to be renewed.
  if (marked > 0 && storeId !== undefined) await markChanged(sql, 'store', storeId);
}

/** The copy has been put in place of the hub it was made from. */
export async function noteRestored(transaction: HubTransaction): Promise<void> {
  const { sql } = transaction;
  const restored = await sql.run('UPDATE hub SET backup = 0 WHERE backup = 1');
  if (restored > 0) await beginRecovery(transaction);
}

export async function isUnheard(sql: Sql, deviceId: string): Promise<boolean> {
  const row = await sql.first<{ unheardUntil: number | null }>(
    'SELECT unheardUntil FROM device WHERE deviceId = ?',
    deviceId,
  );
  return row !== undefined && row.unheardUntil !== null;
}

/** `sequence`: the last operation that was ever made on the device, as it says itself. */
export async function noteHeard({ sql }: HubTransaction, device: Device, sequence: number): Promise<void> {
  if (sequence > (await appliedSequence(sql, device.deviceId))) return;
  await sql.run(
    'UPDATE device SET unheardUntil = NULL WHERE deviceId = ? AND unheardUntil IS NOT NULL',
    device.deviceId,
  );
}

/** Devices that never came back: their promises are over. Gives how many. */
export async function forgetUnheard(transaction: HubTransaction): Promise<number> {
  const { sql, now } = transaction;
  await forgetEarlySteps(sql, now);
  const gone = await sql.all<{ deviceId: string }>(
    `SELECT deviceId FROM device WHERE unheardUntil <= ? AND kind = 'kiosk'`,
    now,
  );
  for (const { deviceId } of gone) {
    await lapse(transaction, deviceId);
    await sql.run('UPDATE device SET unheardUntil = NULL WHERE deviceId = ?', deviceId);
  }
  return gone.length;
}
