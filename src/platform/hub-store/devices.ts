import { randomBytes } from 'node:crypto';
import { digest } from './digest.ts';
import type { HubTransaction } from './hub-database.ts';
import type { Sql } from './sql.ts';

export interface Device {
  readonly deviceId: string;
  /** Counts up from 1. */
  readonly deviceIndex: number;
  readonly storeId: string;
  readonly name: string;
}

/** Makes a device and its token; the token is known to no one but the answer. */
export async function addDevice(
  { sql, now }: HubTransaction,
  {
    deviceId,
    name,
    storeId,
    kind,
  }: {
    readonly deviceId: string;
    readonly name: string;
    readonly storeId: string;
    readonly kind: 'kiosk' | 'till';
  },
): Promise<{ readonly device: Device; readonly token: string }> {
  const token = randomBytes(32).toString('base64url');
  const known = await sql.first<{ last: number | null }>('SELECT max(deviceIndex) AS last FROM device');
  const deviceIndex = (known?.last ?? 0) + 1;
  await sql.run(
    `INSERT INTO device (deviceId, deviceIndex, name, storeId, tokenHash, pairedAt, seenAt, kind)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    deviceId,
    deviceIndex,
    name,
    storeId,
    digest(token),
    now,
    now,
    kind,
  );
  return { device: { deviceId, deviceIndex, storeId, name }, token };
}

export function findDeviceByToken(sql: Sql, token: string): Promise<Device | undefined> {
  return sql.first<Device>(
    'SELECT deviceId, deviceIndex, storeId, name FROM device WHERE tokenHash = ? AND retiredAt IS NULL',
    digest(token),
  );
}

export function findDevice(sql: Sql, deviceId: string): Promise<Device | undefined> {
  return sql.first<Device>(
    'SELECT deviceId, deviceIndex, storeId, name FROM device WHERE deviceId = ?',
    deviceId,
  );
}
