import { randomInt } from 'node:crypto';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { findCustomerByPhone } from './customers.ts';
import { keyedDigest, sameSecret } from './digest.ts';
import type { HubTransaction } from './hub-database.ts';
import { readIdentity } from './hub-identity.ts';

const minute = 60_000;
const hour = 60 * minute;
export const codeLifeMs = 10 * minute;
const maximumAttempts = 5;
const perNumberAndHour = 5;
const perHolderAndHour = 60;

export interface IssuedCode {
  readonly requestId: string;
  readonly expiresAt: number;
  /** Null where the number is not a customer's: there is nothing to send, and the answer must not show it. */
  readonly delivery: { readonly customerId: string; readonly phone: string; readonly code: string } | null;
}

/**
 * Makes a code of six digits for whoever asks (`holder`: a device id, or `web:` and a session id). Known and unknown
 * numbers take the same way through the database; failures (`too-many-codes`) count requests, not customers.
 */
export async function issueCode(
  transaction: HubTransaction,
  {
    requestId,
    holder,
    phone,
  }: { readonly requestId: string; readonly holder: string; readonly phone: string },
): Promise<Result<IssuedCode>> {
  const { sql, now } = transaction;
  const { secret } = await readIdentity(sql);
  const phoneHash = keyedDigest(secret, 'phone', phone);
  const count = async (column: 'phoneHash' | 'holder', value: string): Promise<number> => {
    const row = await sql.first<{ count: number }>(
      `SELECT count(*) AS count FROM oneTimeCode WHERE ${column} = ? AND createdAt > ?`,
      value,
      now - hour,
    );
    return row?.count ?? 0;
  };
  if (
    (await count('phoneHash', phoneHash)) >= perNumberAndHour ||
    (await count('holder', holder)) >= perHolderAndHour
  ) {
    return fail(
      'denied',
      'Too many codes in the last hour. Scan the code on your phone instead, or ask an associate.',
      {
        reason: 'too-many-codes',
      },
    );
  }
  const customer = await findCustomerByPhone(sql, phone);
  const code = randomInt(0, 1_000_000).toString().padStart(6, '0');
  const expiresAt = now + codeLifeMs;
  await sql.run(
    `INSERT INTO oneTimeCode (requestId, holder, phoneHash, customerId, codeHash, createdAt, expiresAt)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    requestId,
    holder,
    phoneHash,
    customer?.customerId ?? null,
    keyedDigest(secret, 'code', requestId, code),
    now,
    expiresAt,
  );
  return succeed({
    requestId,
    expiresAt,
    delivery: customer ? { customerId: customer.customerId, phone, code } : null,
  });
}

interface CodeRow {
  readonly customerId: string | null;
  readonly codeHash: string;
  readonly expiresAt: number;
  readonly attempts: number;
  readonly usedAt: number | null;
}

/**
 * Gives the customer whose code it is, once. Failures by reason: `code-wrong`, `code-expired`, `code-used`, `code-locked`
 * (five wrong ones). A code of another holder does not exist for this one.
 */
export async function useCode(
  { sql, now }: HubTransaction,
  { requestId, holder, code }: { readonly requestId: string; readonly holder: string; readonly code: string },
): Promise<Result<{ readonly customerId: string }>> {
  const row = await sql.first<CodeRow>(
    'SELECT customerId, codeHash, expiresAt, attempts, usedAt FROM oneTimeCode WHERE requestId = ? AND holder = ?',
    requestId,
    holder,
  );
  if (!row) {
    return fail('not-found', 'This code was asked for somewhere else. Ask for a new one here.', {
      reason: 'code-unknown',
    });
  }
  if (row.usedAt !== null) {
    return fail('conflict', 'This code has been used already. Ask for a new one.', { reason: 'code-used' });
  }
  if (row.expiresAt <= now) {
    return fail('conflict', 'This code has run out. Ask for a new one.', { reason: 'code-expired' });
  }
  if (row.attempts >= maximumAttempts) {
    return fail('denied', 'Too many wrong codes. Ask for a new one.', { reason: 'code-locked' });
  }
  const { secret } = await readIdentity(sql);
  const right = sameSecret(row.codeHash, keyedDigest(secret, 'code', requestId, code));
  if (!right || row.customerId === null) {
    await sql.run('UPDATE oneTimeCode SET attempts = attempts + 1 WHERE requestId = ?', requestId);
    const left = maximumAttempts - row.attempts - 1;
    return fail('denied', `That is not the code. ${left === 0 ? 'Ask for a new one.' : 'Look again.'}`, {
      reason: 'code-wrong',
      details: { attemptsLeft: left },
    });
  }
  await sql.run('UPDATE oneTimeCode SET usedAt = ? WHERE requestId = ?', now, requestId);
  return succeed({ customerId: row.customerId });
}
