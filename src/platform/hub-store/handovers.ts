import { randomBytes } from 'node:crypto';
import { handoverMinutes } from '../../contracts/capsule.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { handleSecrets } from '../capsule/code-secrets.ts';
import { digest } from './digest.ts';
import { endVisitor } from './expected-visitors.ts';
import type { HubTransaction } from './hub-database.ts';
import type { Sql } from './sql.ts';

export interface Handover {
  /** 128 random bits, base64url, 22 characters. */
  readonly handle: string;
  readonly expiresAt: number;
}

/** What the hub knows of a code. Instants in milliseconds since 1970. */
export interface HandoverFacts {
  readonly tokenId: string;
  readonly sessionId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usedAt: number | null;
  /** Device id. */
  readonly usedBy: string | null;
}

const columns = 'tokenId, sessionId, createdAt, expiresAt, usedAt, usedBy, withdrawnAt';
type HandoverRow = HandoverFacts & { readonly withdrawnAt: number | null };

/**
 * A new handle for the session. Earlier unused ones open nothing any more, but a kiosk without the hub may have taken one, which
 * it will say later.
 */
export async function createHandover({ sql, now }: HubTransaction, sessionId: string): Promise<Handover> {
  let handle: string;
  do handle = randomBytes(16).toString('base64url');
  while (await findHandover(sql, handleSecrets(handle).tokenId));
  const expiresAt = now + handoverMinutes * 60_000;
  await sql.run(
    'UPDATE handover SET withdrawnAt = ? WHERE sessionId = ? AND usedAt IS NULL AND withdrawnAt IS NULL',
    now,
    sessionId,
  );
  await sql.run(
    'INSERT INTO handover (handleHash, tokenId, sessionId, createdAt, expiresAt) VALUES (?, ?, ?, ?, ?)',
    digest(handle),
    handleSecrets(handle).tokenId,
    sessionId,
    now,
    expiresAt,
  );
  return { handle, expiresAt };
}

/** A code that is typed, not scanned: only a kiosk without the hub takes it, which says so later. */
export async function addPickupHandover(
  { sql, now }: HubTransaction,
  code: { readonly tokenId: string; readonly sessionId: string; readonly expiresAt: number },
): Promise<void> {
  await sql.run(
    'INSERT INTO handover (handleHash, tokenId, sessionId, createdAt, expiresAt) VALUES (?, ?, ?, ?, ?)',
    // No handle has this.
    `pickup ${code.tokenId}`,
    code.tokenId,
    code.sessionId,
    now,
    code.expiresAt,
  );
}

/** The code that a kiosk names, whatever has become of it. */
export function findHandover(sql: Sql, tokenId: string): Promise<HandoverFacts | undefined> {
  return sql.first<HandoverFacts>(`SELECT ${columns} FROM handover WHERE tokenId = ?`, tokenId);
}

/** Notes who used a code first; later uses change nothing. No other kiosk opens it without the hub from now on. */
export async function spendHandover(
  { sql, now }: HubTransaction,
  tokenId: string,
  deviceId: string,
): Promise<void> {
  await sql.run(
    'UPDATE handover SET usedAt = ?, usedBy = ? WHERE tokenId = ? AND usedAt IS NULL',
    now,
    deviceId,
    tokenId,
  );
  await endVisitor(sql, tokenId);
}

/**
 * Uses the handle up. Failures by reason: `code-unknown`, `code-expired`, `code-used`. The same device may ask again
 * within a minute: its first answer may have been lost on the way.
 */
export async function redeemHandover(
  transaction: HubTransaction,
  handle: string,
  deviceId: string,
): Promise<Result<{ readonly sessionId: string }>> {
  const { sql, now } = transaction;
  const row = await sql.first<HandoverRow>(
    `SELECT ${columns} FROM handover WHERE handleHash = ?`,
    digest(handle),
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
  if (row.expiresAt <= now || row.withdrawnAt !== null) {
    return fail('conflict', 'This code has run out. Your phone shows a new one under "Continue in store".', {
      reason: 'code-expired',
    });
  }
  await spendHandover(transaction, row.tokenId, deviceId);
  return succeed({ sessionId: row.sessionId });
}

/** Time in which the same device gets the same answer again. */
const repeatMs = 20_000;
