import { randomBytes } from 'node:crypto';
import type { Connection } from '../store/connection.ts';
import { digest } from './digest.ts';
import type { HubTransaction } from './hub-database.ts';

export interface Device {
  readonly deviceId: string;
  /** Counts up from 1. */
  readonly deviceIndex: number;
  readonly storeId: string;
  readonly name: string;
}

/** Makes a device and its token; the token is known to no one but the answer. */
export function addDevice(
  { connection, now }: HubTransaction,
  { deviceId, name, storeId }: { readonly deviceId: string; readonly name: string; readonly storeId: string },
): { readonly device: Device; readonly token: string } {
  const token = randomBytes(32).toString('base64url');
  const deviceIndex =
    (connection.prepare<{ last: number | null }>('SELECT max(deviceIndex) AS last FROM device').first()
      ?.last ?? 0) + 1;
  connection
    .prepare(
      `INSERT INTO device (deviceId, deviceIndex, name, storeId, tokenHash, pairedAt, seenAt)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(deviceId, deviceIndex, name, storeId, digest(token), now, now);
  return { device: { deviceId, deviceIndex, storeId, name }, token };
}

export function findDeviceByToken(connection: Connection, token: string): Device | undefined {
  return connection
    .prepare<Device>('SELECT deviceId, deviceIndex, storeId, name FROM device WHERE tokenHash = ?')
    .first(digest(token));
}

export function findDevice(connection: Connection, deviceId: string): Device | undefined {
  return connection
    .prepare<Device>('SELECT deviceId, deviceIndex, storeId, name FROM device WHERE deviceId = ?')
    .first(deviceId);
}

/** Whether the device has had its first rights. */
export function markGranted({ connection, now }: HubTransaction, deviceId: string): boolean {
  return (
    connection
      .prepare('UPDATE device SET grantedAt = ? WHERE deviceId = ? AND grantedAt IS NULL')
      .run(now, deviceId) === 1
  );
}
