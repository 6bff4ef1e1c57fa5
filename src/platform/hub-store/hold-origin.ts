import type { Sql } from './sql.ts';

/** By whose rights a hold was made. */
export interface HoldOrigin {
  readonly deviceId: string;
  /** The rights have been taken back since: what comes free is the hub's. */
  readonly lapsed: boolean;
}

/** The device that a hold was made on; null for the web's. */
export async function originOf(sql: Sql, reservationId: string): Promise<HoldOrigin | null> {
  const row = await sql.first<{ deviceId: string; lapsed: number }>(
    `SELECT holdOrigin.deviceId, CASE WHEN holdOrigin.lease < device.lease THEN 1 ELSE 0 END AS lapsed
     FROM holdOrigin JOIN device ON device.deviceId = holdOrigin.deviceId WHERE holdOrigin.reservationId = ?`,
    reservationId,
  );
  return row ? { deviceId: row.deviceId, lapsed: row.lapsed === 1 } : null;
}

export async function noteOrigin(
  sql: Sql,
  reservationId: string,
  { deviceId, lease }: { readonly deviceId: string; readonly lease: number | null },
): Promise<void> {
  await sql.run(
    'INSERT INTO holdOrigin (reservationId, deviceId, lease) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    reservationId,
    deviceId,
    lease,
  );
}
