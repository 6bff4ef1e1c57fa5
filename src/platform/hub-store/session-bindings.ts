import type { Connection } from '../store/connection.ts';

export interface SessionOwner {
  readonly sessionId: string;
  readonly customerId: string | null;
  /** The shop that the session looks at. */
  readonly storeId: string;
  /** `web`, or the id of the device that the session was started on. */
  readonly origin: string;
}

export function findOwner(connection: Connection, sessionId: string): SessionOwner | undefined {
  return connection
    .prepare<SessionOwner>(
      'SELECT sessionId, customerId, storeId, origin FROM sessionOwner WHERE sessionId = ?',
    )
    .first(sessionId);
}

export function saveOwner(connection: Connection, owner: SessionOwner, now: number): void {
  connection
    .prepare(
      `INSERT INTO sessionOwner (sessionId, customerId, storeId, origin, touchedAt) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET customerId = excluded.customerId, storeId = excluded.storeId,
         touchedAt = excluded.touchedAt`,
    )
    .run(owner.sessionId, owner.customerId, owner.storeId, owner.origin, now);
}

/** The newest open session of a customer that goes on across devices. */
export function openSessionOfCustomer(connection: Connection, customerId: string): string | undefined {
  return connection
    .prepare<{ sessionId: string }>(
      `SELECT sessionOwner.sessionId FROM sessionOwner JOIN session USING (sessionId)
       WHERE customerId = ? AND session.endedAt IS NULL ORDER BY touchedAt DESC LIMIT 1`,
    )
    .first(customerId)?.sessionId;
}

/** Opens the session on a device; whichever device had it before keeps the right to send what it did until then. */
export function bindToDevice(connection: Connection, sessionId: string, deviceId: string, now: number): void {
  connection
    .prepare(
      `INSERT INTO sessionDevice (sessionId, deviceId, boundAt) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET boundAt = excluded.boundAt, endedAt = NULL`,
    )
    .run(sessionId, deviceId, now);
}

export function unbindFromDevice(
  connection: Connection,
  sessionId: string,
  deviceId: string,
  now: number,
): void {
  connection
    .prepare('UPDATE sessionDevice SET endedAt = ? WHERE sessionId = ? AND deviceId = ? AND endedAt IS NULL')
    .run(now, sessionId, deviceId);
}

/** Whether the device may still speak for the session. */
export function isBound(connection: Connection, sessionId: string, deviceId: string): boolean {
  return (
    connection
      .prepare<{ deviceId: string }>(
        'SELECT deviceId FROM sessionDevice WHERE sessionId = ? AND deviceId = ? AND endedAt IS NULL',
      )
      .first(sessionId, deviceId) !== undefined
  );
}

/** Devices that have the session open now, latest first. */
export function devicesOf(connection: Connection, sessionId: string): readonly string[] {
  return connection
    .prepare<{ deviceId: string }>(
      'SELECT deviceId FROM sessionDevice WHERE sessionId = ? AND endedAt IS NULL ORDER BY boundAt DESC',
    )
    .all(sessionId)
    .map((row) => row.deviceId);
}
