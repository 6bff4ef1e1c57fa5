import { randomBytes } from 'node:crypto';
import type { Connection } from '../store/connection.ts';
import { digest } from './digest.ts';
import type { HubTransaction } from './hub-database.ts';

/** A browser's cookie lives this long after it was last seen. */
export const webSessionLifeMs = 30 * 24 * 60 * 60_000;

/** Gives the cookie's value; the hub keeps only its hash. */
export function addWebSession({ connection, now }: HubTransaction, sessionId: string): string {
  const token = randomBytes(32).toString('base64url');
  connection
    .prepare(
      'INSERT INTO webSession (tokenHash, sessionId, createdAt, seenAt, expiresAt) VALUES (?, ?, ?, ?, ?)',
    )
    .run(digest(token), sessionId, now, now, now + webSessionLifeMs);
  return token;
}

export function findWebSession(connection: Connection, token: string, now: number): string | undefined {
  return connection
    .prepare<{ sessionId: string }>('SELECT sessionId FROM webSession WHERE tokenHash = ? AND expiresAt > ?')
    .first(digest(token), now)?.sessionId;
}

export function removeWebSession({ connection }: HubTransaction, token: string): void {
  connection.prepare('DELETE FROM webSession WHERE tokenHash = ?').run(digest(token));
}
