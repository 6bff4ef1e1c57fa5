import type { HubTransaction } from './hub-database.ts';
import { lapse } from './leases.ts';
import type { Sql } from './sql.ts';

export interface KnownDevice {
  readonly deviceId: string;
  readonly name: string;
  readonly kind: 'kiosk' | 'till';
  readonly storeId: string;
  /** Milliseconds since 1970. */
  readonly pairedAt: number;
  /** When its rights end unless it is heard of again; null: they have no end, or it has none. */
  readonly leaseUntil: number | null;
  /** A restored hub promises nothing in the shop before the device is heard of, or before then. */
  readonly unheardUntil: number | null;
  readonly retiredAt: number | null;
}

/** All that were ever paired, by shop and age. */
export function knownDevices(sql: Sql): Promise<readonly KnownDevice[]> {
  return sql.all<KnownDevice>(
    `SELECT deviceId, name, kind, storeId, pairedAt, leaseUntil, unheardUntil, retiredAt
     FROM device ORDER BY storeId, deviceIndex`,
  );
}

/**
 * Lets a device in no more: one that is lost, stolen or scrapped. What a kiosk may have promised by itself lasts as long as its
 * lease; a till's rights have no end, so that whoever retires it says that it sells no more. What it had not sent is lost.
 * False where there is no such device; a second time changes nothing.
 */
export async function retireDevice(transaction: HubTransaction, deviceId: string): Promise<boolean> {
  const { sql, now } = transaction;
  const device = await sql.first<Pick<KnownDevice, 'kind' | 'leaseUntil' | 'unheardUntil'>>(
    'SELECT kind, leaseUntil, unheardUntil FROM device WHERE deviceId = ?',
    deviceId,
  );
  if (!device) return false;
  await sql.run('UPDATE device SET retiredAt = ? WHERE deviceId = ? AND retiredAt IS NULL', now, deviceId);
  if (device.kind === 'kiosk' && (device.leaseUntil ?? device.unheardUntil) !== null) return true;
  await lapse(transaction, deviceId);
  await sql.run('UPDATE device SET unheardUntil = NULL WHERE deviceId = ?', deviceId);
  return true;
}
