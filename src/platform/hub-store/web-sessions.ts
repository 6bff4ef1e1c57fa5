import { randomBytes } from 'node:crypto';
import { digest } from './digest.ts';
import type { HubTransaction } from './hub-database.ts';

/** A browser's cookie lives this long after it was last seen. */
export const webSessionLifeMs = 30 * 24 * 60 * 60_000;
/** Until it is seen for the first time: crawlers and clients without cookies never send it back. */
const unseenLifeMs = 60 * 60_000;
/** How often a visit is written down. */
const seenStepMs = 60 * 60_000;

/** Gives the cookie's value; the hub keeps only its hash. */
export async function addWebSession({ sql, now }: HubTransaction, sessionId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await sql.run(
    'INSERT INTO webSession (tokenHash, sessionId, createdAt, seenAt, expiresAt) VALUES (?, ?, ?, ?, ?)',
    digest(token),
    sessionId,
    now,
    0,
    now + unseenLifeMs,
  );
  return token;
}

/** The session of a cookie, and whether its life was prolonged: then the browser is to keep it longer too. */
export async function seeWebSession(
  { sql, now }: HubTransaction,
  token: string,
): Promise<{ readonly sessionId: string; readonly prolonged: boolean } | undefined> {
  const tokenHash = digest(token);
  const row = await sql.first<{ sessionId: string; seenAt: number }>(
    'SELECT sessionId, seenAt FROM webSession WHERE tokenHash = ? AND expiresAt > ?',
    tokenHash,
    now,
  );
  if (!row) return undefined;
  const prolonged = now - row.seenAt >= seenStepMs;
  if (prolonged) {
    await sql.run(
      'UPDATE webSession SET seenAt = ?, expiresAt = ? WHERE tokenHash = ?',
      now,
      now + webSessionLifeMs,
      tokenHash,
    );
  }
  return { sessionId: row.sessionId, prolonged };
}

export async function removeWebSession({ sql }: HubTransaction, token: string): Promise<void> {
  await sql.run('DELETE FROM webSession WHERE tokenHash = ?', digest(token));
}
