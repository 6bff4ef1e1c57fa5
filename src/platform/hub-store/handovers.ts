import { randomBytes } from 'node:crypto';
import { handoverMinutes } from '../../contracts/capsule.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { digest } from './digest.ts';
import type { HubTransaction } from './hub-database.ts';

export interface Handover {
  /** 128 random bits, base64url, 22 characters. */
  readonly handle: string;
  readonly expiresAt: number;
}

/** A new handle for the session; earlier unused ones of the same session die with it. */
export async function createHandover({ sql, now }: HubTransaction, sessionId: string): Promise<Handover> {
  const handle = randomBytes(16).toString('base64url');
  const expiresAt = now + handoverMinutes * 60_000;
  await sql.run('DELETE FROM handover WHERE sessionId = ? AND usedAt IS NULL', sessionId);
  await sql.run(
    'INSERT INTO handover (handleHash, sessionId, createdAt, expiresAt) VALUES (?, ?, ?, ?)',
    digest(handle),
    sessionId,
    now,
    expiresAt,
  );
  return { handle, expiresAt };
}

interface HandoverRow {
  readonly sessionId: string;
  readonly expiresAt: number;
  readonly usedAt: number | null;
  readonly usedBy: string | null;
}

/**
 * Uses the handle up. Failures by reason: `code-unknown`, `code-expired`, `code-used`. The same device may ask again
 * within a minute: its first answer may have been lost on the way.
 */
export async function redeemHandover(
  { sql, now }: HubTransaction,
  handle: string,
  deviceId: string,
): Promise<Result<{ readonly sessionId: string }>> {
  const hash = digest(handle);
  const row = await sql.first<HandoverRow>(
    'SELECT sessionId, expiresAt, usedAt, usedBy FROM handover WHERE handleHash = ?',
    hash,
  );
  if (!row) {
    return fail(
      'not-found',
      'This code is not one of ours. Open "Continue in store" on your phone and scan again.',
      {
        reason: 'code-unknown',
      },
    );
  }
  if (row.usedAt !== null) {
    if (row.usedBy === deviceId && now - row.usedAt < repeatMs) return succeed({ sessionId: row.sessionId });
    return fail(
      'conflict',
      'This code has been used already. Your phone shows a new one under "Continue in store".',
      {
        reason: 'code-used',
      },
    );
  }
  if (row.expiresAt <= now) {
    return fail('conflict', 'This code has run out. Your phone shows a new one under "Continue in store".', {
      reason: 'code-expired',
    });
  }
  await sql.run('UPDATE handover SET usedAt = ?, usedBy = ? WHERE handleHash = ?', now, deviceId, hash);
  return succeed({ sessionId: row.sessionId });
}

/** Time in which the same device gets the same answer again. */
const repeatMs = 20_000;
