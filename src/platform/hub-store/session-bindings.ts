import type { Sql } from './sql.ts';

export interface SessionOwner {
  readonly sessionId: string;
  readonly customerId: string | null;
  /** The shop that the session looks at. */
  readonly storeId: string;
  /** `web`, or the id of the device that the session was started on. */
  readonly origin: string;
}

export function findOwner(sql: Sql, sessionId: string): Promise<SessionOwner | undefined> {
  return sql.first<SessionOwner>(
    'SELECT sessionId, customerId, storeId, origin FROM sessionOwner WHERE sessionId = ?',
    sessionId,
  );
}

export async function saveOwner(sql: Sql, owner: SessionOwner, now: number): Promise<void> {
  await sql.run(
    `INSERT INTO sessionOwner (sessionId, customerId, storeId, origin, touchedAt) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (sessionId) DO UPDATE SET customerId = excluded.customerId, storeId = excluded.storeId,
       touchedAt = excluded.touchedAt`,
    owner.sessionId,
    owner.customerId,
    owner.storeId,
    owner.origin,
    now,
  );
}

/** It is in a browser now, wherever it began: a device that leaves it does not end it. */
export async function goesOnOnWeb(sql: Sql, sessionId: string): Promise<void> {
  await sql.run("UPDATE sessionOwner SET origin = 'web' WHERE sessionId = ?", sessionId);
}

/** The newest open session of a customer that goes on across devices. */
export async function openSessionOfCustomer(sql: Sql, customerId: string): Promise<string | undefined> {
  const row = await sql.first<{ sessionId: string }>(
    `SELECT sessionOwner.sessionId FROM sessionOwner JOIN session USING (sessionId)
     WHERE customerId = ? AND session.endedAt IS NULL ORDER BY touchedAt DESC LIMIT 1`,
    customerId,
  );
  return row?.sessionId;
}

/** Opens the session on a device; whichever device had it before keeps the right to send what it did until then. */
export async function bindToDevice(
  sql: Sql,
  sessionId: string,
  deviceId: string,
  now: number,
): Promise<void> {
  await sql.run(
    `INSERT INTO sessionDevice (sessionId, deviceId, boundAt) VALUES (?, ?, ?)
     ON CONFLICT (sessionId, deviceId) DO UPDATE SET boundAt = excluded.boundAt, endedAt = NULL`,
    sessionId,
    deviceId,
    now,
  );
}

export async function unbindFromDevice(
  sql: Sql,
  sessionId: string,
  deviceId: string,
  now: number,
): Promise<void> {
  await sql.run(
    'UPDATE sessionDevice SET endedAt = ? WHERE sessionId = ? AND deviceId = ? AND endedAt IS NULL',
    now,
    sessionId,
    deviceId,
  );
}

/** Whether the session is open on the device, by whatever name. */
export async function isBound(sql: Sql, sessionId: string, deviceId: string): Promise<boolean> {
  const row = await sql.first(
    `SELECT deviceId FROM sessionDevice WHERE sessionId = ?1 AND deviceId = ?2 AND endedAt IS NULL
     UNION ALL SELECT deviceId FROM sessionAlias
       WHERE sessionId = ?1 AND deviceId = ?2 AND endedAt IS NULL AND readable = 1`,
    sessionId,
    deviceId,
  );
  return row !== undefined;
}

/** Devices that have the session open now, latest first. */
export async function devicesOf(sql: Sql, sessionId: string): Promise<readonly string[]> {
  const rows = await sql.all<{ deviceId: string }>(
    `SELECT deviceId, boundAt FROM sessionDevice WHERE sessionId = ?1 AND endedAt IS NULL
     UNION ALL SELECT deviceId, boundAt FROM sessionAlias
       WHERE sessionId = ?1 AND endedAt IS NULL AND readable = 1
     ORDER BY boundAt DESC`,
    sessionId,
  );
  return [...new Set(rows.map((row) => row.deviceId))];
}
