import type { Sql } from './sql.ts';

/**
 * A session that a device without the hub began from a code is the session behind that code under another name: what the device
 * says of it is said of the other one, and what it reads is told by its own name. So nothing changes on its screen.
 */
export interface SessionAlias {
  /** The id that the device gave. */
  readonly alias: string;
  readonly deviceId: string;
  /** The session that it is. */
  readonly sessionId: string;
  /** 1 where the device may read the session; 0 where its code had been used before, so that it may only add to it. */
  readonly readable: 0 | 1;
  /** By how much the device's clock is behind the hub's, as far as the code shows; milliseconds. */
  readonly clockBehind: number;
  /** When the device let go of it; null while it is open there. */
  readonly endedAt: number | null;
}

export function findAlias(sql: Sql, alias: string): Promise<SessionAlias | undefined> {
  return sql.first<SessionAlias>(
    `SELECT alias, deviceId, sessionId, readable, clockBehind, endedAt FROM sessionAlias WHERE alias = ?`,
    alias,
  );
}

/** The alias by which the device has a session open and may read it. */
export async function openAlias(
  sql: Sql,
  deviceId: string,
  alias: string,
): Promise<SessionAlias | undefined> {
  const found = await findAlias(sql, alias);
  return found?.deviceId === deviceId && found.readable === 1 && found.endedAt === null ? found : undefined;
}

export async function addAlias(sql: Sql, alias: Omit<SessionAlias, 'endedAt'>, now: number): Promise<void> {
  await sql.run(
    `INSERT INTO sessionAlias (alias, deviceId, sessionId, readable, clockBehind, boundAt)
     VALUES (?, ?, ?, ?, ?, ?)`,
    alias.alias,
    alias.deviceId,
    alias.sessionId,
    alias.readable,
    alias.clockBehind,
    now,
  );
}

export async function endAlias(sql: Sql, alias: string, now: number): Promise<void> {
  await sql.run('UPDATE sessionAlias SET endedAt = ? WHERE alias = ? AND endedAt IS NULL', now, alias);
}

export async function removeAlias(sql: Sql, alias: string): Promise<void> {
  await sql.run('DELETE FROM sessionAlias WHERE alias = ?', alias);
}

/** The name by which a device knows a session: its own where it opened it by itself. */
export async function nameOn(sql: Sql, deviceId: string, sessionId: string): Promise<string> {
  const opened = await sql.first(
    'SELECT deviceId FROM sessionDevice WHERE sessionId = ? AND deviceId = ? AND endedAt IS NULL',
    sessionId,
    deviceId,
  );
  if (opened) return sessionId;
  const named = await sql.first<{ alias: string }>(
    `SELECT alias FROM sessionAlias WHERE sessionId = ? AND deviceId = ? AND readable = 1 AND endedAt IS NULL
     ORDER BY boundAt DESC, alias DESC LIMIT 1`,
    sessionId,
    deviceId,
  );
  return named?.alias ?? sessionId;
}
