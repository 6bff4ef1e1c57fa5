import type { Lease } from '../../contracts/feed.ts';
import { initialGrant } from '../../core/stock/escrow.ts';
import type { Device } from './devices.ts';
import { markChanged } from './feed-log.ts';
import type { HubTransaction } from './hub-database.ts';
import { freeOf, type LedgerRow, ledgerColumns } from './ledger-row.ts';
import type { Sql } from './sql.ts';
import { putGrant } from './stock-ledger.ts';
import { readStockPolicy, takesScarce } from './stock-policy.ts';

interface LeaseRow {
  readonly kind: 'kiosk' | 'till';
  readonly lease: number;
  readonly leaseUntil: number | null;
  readonly grantedAt: number | null;
  readonly unheardUntil: number | null;
}

const hourMs = 60 * 60_000;
/** A lease that was renewed so lately is not written again. */
const renewalStepMs = 60_000;

/**
 * Begins or renews the lease of a device that is heard of, before it is told: what the device counts from is earlier, what the
 * hub counts from is later. With each new lease it gets its share of the shop's stock.
 */
export async function grantLease(transaction: HubTransaction, device: Device): Promise<Lease> {
  const { sql, now } = transaction;
  const before = await readLease(sql, device.deviceId);
  if (before.unheardUntil !== null) return { number: before.lease, remainingMs: 0 };
  if (before.leaseUntil !== null && before.leaseUntil <= now) await lapse(transaction, device.deviceId);
  const { kind, lease, leaseUntil, grantedAt } = await readLease(sql, device.deviceId);
  if (grantedAt === null) {
    await sql.run('UPDATE device SET grantedAt = ? WHERE deviceId = ?', now, device.deviceId);
    await grantShare(transaction, device);
  }
  if (kind === 'till') return { number: lease, remainingMs: null };
  const until = now + (await readStockPolicy(sql)).leaseHours * hourMs;
  if (leaseUntil !== null && until - leaseUntil < renewalStepMs && leaseUntil > now) {
    return { number: lease, remainingMs: leaseUntil - now };
  }
  await sql.run('UPDATE device SET leaseUntil = ? WHERE deviceId = ?', until, device.deviceId);
  return { number: lease, remainingMs: until - now };
}

/** A device that asks for rights before it reads has no lease yet: they are to have an end also where it never comes to read. */
export async function beginLease({ sql, now }: HubTransaction, deviceId: string): Promise<void> {
  const until = now + (await readStockPolicy(sql)).leaseHours * hourMs;
  await sql.run(
    `UPDATE device SET leaseUntil = ?
     WHERE deviceId = ? AND kind = 'kiosk' AND leaseUntil IS NULL AND unheardUntil IS NULL`,
    until,
    deviceId,
  );
}

/**
 * Takes back the unspent rights of devices whose time is wholly over: their own clocks have stopped them before. Gives how many
 * devices that were.
 */
export async function lapseSilentDevices(transaction: HubTransaction): Promise<number> {
  const { sql, now } = transaction;
  const silent = await sql.all<{ deviceId: string }>(
    'SELECT deviceId FROM device WHERE leaseUntil <= ? AND unheardUntil IS NULL',
    now,
  );
  for (const { deviceId } of silent) await lapse(transaction, deviceId);
  return silent.length;
}

/** The number of the lease that a device promises under; null where rights have no end. */
export async function leaseNumber(sql: Sql, deviceId: string): Promise<number> {
  return (await readLease(sql, deviceId)).lease;
}

async function readLease(sql: Sql, deviceId: string): Promise<LeaseRow> {
  const row = await sql.first<LeaseRow>(
    'SELECT kind, lease, leaseUntil, grantedAt, unheardUntil FROM device WHERE deviceId = ?',
    deviceId,
  );
  if (!row) throw new Error(`There is no device ${deviceId}`);
  return row;
}

/** Promises made under the old number are over; what of them comes free is the hub's. */
export async function lapse({ sql }: HubTransaction, deviceId: string): Promise<void> {
  await sql.run(
    'UPDATE device SET lease = lease + 1, leaseUntil = NULL, grantedAt = NULL WHERE deviceId = ?',
    deviceId,
  );
  const unspent = await sql.all<{ storeId: string; sku: string }>(
    'SELECT storeId, sku FROM deviceGrant WHERE deviceId = ? AND granted > spent',
    deviceId,
  );
  await sql.run('UPDATE deviceGrant SET granted = spent, recall = 0 WHERE deviceId = ?', deviceId);
  for (const { storeId, sku } of unspent) await markChanged(sql, 'stock', storeId, sku);
}

async function grantShare({ sql, now }: HubTransaction, { deviceId, storeId }: Device): Promise<void> {
  const leads = await takesScarce(sql, { storeId, deviceId });
  const rows = await sql.all<LedgerRow>(
    `SELECT ${ledgerColumns} FROM stock WHERE storeId = ?`,
    deviceId,
    storeId,
  );
  for (const row of rows) {
    const share = initialGrant(freeOf(row), { devices: row.devices, takesScarce: leads });
    if (share === 0) continue;
    // Not lately topped up: nobody waits with the piece in hand.
    await sql.run(putGrant, storeId, row.sku, deviceId, share, 0);
    await markChanged(sql, 'stock', storeId, row.sku);
  }
  await sql.run('UPDATE device SET seenAt = ? WHERE deviceId = ?', now, deviceId);
}
