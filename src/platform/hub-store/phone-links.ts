import { randomBytes } from 'node:crypto';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { digest } from './digest.ts';
import type { HubTransaction } from './hub-database.ts';
import type { Sql } from './sql.ts';

const minute = 60_000;
export const phoneLinkLifeMs = 10 * minute;
/** A customer who asks again so soon has a message on its way. */
const onItsWayMs = minute;
const hourMs = 60 * minute;
/** Of one session in an hour. */
const mostInAnHour = 12;

interface PhoneLinkRow {
  readonly sessionId: string;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

/** When the last one was made that nobody has used and that can still be, if that was a moment ago. Instants in milliseconds since 1970. */
export async function freshPhoneLink(
  { sql, now }: HubTransaction,
  sessionId: string,
): Promise<{ readonly expiresAt: number } | undefined> {
  return sql.first<{ expiresAt: number }>(
    'SELECT expiresAt FROM phoneLink WHERE sessionId = ? AND usedAt IS NULL AND createdAt > ? AND expiresAt > ?',
    sessionId,
    now - onItsWayMs,
    now,
  );
}

/** A new link's secret; earlier ones of the session open nothing any more. `denied` (`too-many-links`) for too many in an hour. */
export async function createPhoneLink(
  { sql, now }: HubTransaction,
  sessionId: string,
): Promise<Result<{ readonly token: string; readonly expiresAt: number }>> {
  const made = await sql.first<{ count: number }>(
    'SELECT count(*) AS count FROM phoneLink WHERE sessionId = ? AND createdAt > ?',
    sessionId,
    now - hourMs,
  );
  if (Number(made?.count ?? 0) >= mostInAnHour) {
    return fail('denied', 'Too many links for one conversation in an hour. Try again later.', {
      reason: 'too-many-links',
    });
  }
  const token = randomBytes(16).toString('base64url');
  const expiresAt = now + phoneLinkLifeMs;
  await sql.run(
    'UPDATE phoneLink SET expiresAt = ? WHERE sessionId = ? AND usedAt IS NULL AND expiresAt > ?',
    now,
    sessionId,
    now,
  );
  await sql.run(
    'INSERT INTO phoneLink (linkHash, sessionId, createdAt, expiresAt) VALUES (?, ?, ?, ?)',
    digest(token),
    sessionId,
    now,
    expiresAt,
  );
  return succeed({ token, expiresAt });
}

/** The session that a link opens, unspent. Failures by reason: `link-unknown`, `link-used`, `link-expired`. */
export async function openablePhoneLink(
  sql: Sql,
  token: string,
  now: number,
): Promise<Result<{ readonly sessionId: string }>> {
  const row = await sql.first<PhoneLinkRow>(
    'SELECT sessionId, expiresAt, usedAt FROM phoneLink WHERE linkHash = ?',
    digest(token),
  );
  if (!row) {
    return fail('not-found', 'This link is not one of ours. Ask for a new one at the kiosk.', {
      reason: 'link-unknown',
    });
  }
  if (row.usedAt !== null) {
    return fail('conflict', 'This link has been used already. Ask for a new one at the kiosk.', {
      reason: 'link-used',
    });
  }
  if (row.expiresAt <= now) {
    return fail('conflict', 'This link has run out. Ask for a new one at the kiosk.', {
      reason: 'link-expired',
    });
  }
  return succeed({ sessionId: row.sessionId });
}

export async function spendPhoneLink({ sql, now }: HubTransaction, token: string): Promise<void> {
  await sql.run('UPDATE phoneLink SET usedAt = ? WHERE linkHash = ?', now, digest(token));
}

/** Those of which nothing is to be said or counted any more. */
export async function forgetOldPhoneLinks(sql: Sql, now: number): Promise<void> {
  await sql.run('DELETE FROM phoneLink WHERE createdAt <= ?', now - 24 * hourMs);
}
