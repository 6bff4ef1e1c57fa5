import type { CapsuleKey } from '../../contracts/capsule.ts';
import { makeSigningKey, type SigningKey } from '../capsule/signing-key.ts';
import { markChanged } from './feed-log.ts';
import type { HubTransaction } from './hub-database.ts';
import type { Sql } from './sql.ts';

const day = 24 * 60 * 60_000;

/**
 * A key signs for 90 days. The next one is announced 30 days before it signs, so that a kiosk which was off for a month
 * knows it; a retired one is taken for a day more, which covers codes that live for minutes and clocks that differ.
 */
export const keySchedule = { signsMs: 90 * day, leadMs: 30 * day, graceMs: day } as const;

export interface KnownKey {
  readonly keyId: string;
  readonly publicKey: string;
  /** Milliseconds since 1970: signs from then on. */
  readonly notBefore: number;
  /** Taken until then. */
  readonly notAfter: number;
}

const columns = 'keyId, publicKey, notBefore, notAfter';

/** Keys that are taken now or later, in the order in which they sign. */
export function knownKeys(sql: Sql, now: number): Promise<readonly KnownKey[]> {
  return sql.all<KnownKey>(
    `SELECT ${columns} FROM capsuleKey WHERE notAfter > ? ORDER BY notBefore, keyId`,
    now,
  );
}

/** As devices pin them. */
export async function pinnedKeys(sql: Sql, now: number): Promise<readonly CapsuleKey[]> {
  const instant = (at: number) => new Date(at).toISOString();
  return (await knownKeys(sql, now)).map(({ keyId, publicKey, notBefore, notAfter }) => ({
    keyId,
    publicKey,
    notBefore: instant(notBefore),
    notAfter: instant(notAfter),
  }));
}

/** The key that signs now: the newest whose time has come. */
export const signingOf = (keys: readonly KnownKey[], now: number): KnownKey | undefined =>
  keys.findLast((key) => key.notBefore <= now);

/** Throws when there is none: `keepCapsuleKeys` sees to it that there is. */
export async function readSigningKey(sql: Sql, now: number): Promise<SigningKey> {
  const signing = signingOf(await knownKeys(sql, now), now);
  const key =
    signing &&
    (await sql.first<SigningKey>(
      'SELECT keyId, publicKey, privateKey FROM capsuleKey WHERE keyId = ?',
      signing.keyId,
    ));
  if (!key) throw new Error('The hub has no key that signs capsules');
  return key;
}

/**
 * Sees to it that a key signs, that the next one is announced in time, and that no private half outlives its key. To be called at
 * the start, from time to time, and after any other change.
 */
export async function keepCapsuleKeys(transaction: HubTransaction): Promise<void> {
  const { sql, now } = transaction;
  let changed = (await sql.run('DELETE FROM capsuleKey WHERE notAfter <= ?', now)) > 0;
  const keys = await knownKeys(sql, now);
  const next = keys.find((key) => key.notBefore > now);
  const signing = signingOf(keys, now);
  if (!signing) {
    // Kiosks that have heard of the next one take it at once.
    if (next) await moveStart(sql, next.keyId, now);
    else await addKey(sql, now);
    changed = true;
  } else if (!next && signing.notBefore + keySchedule.signsMs - keySchedule.leadMs <= now) {
    await succeedKey(
      sql,
      signing,
      Math.max(signing.notBefore + keySchedule.signsMs, now + keySchedule.leadMs),
    );
    changed = true;
  }
  if (changed) await markChanged(sql, 'capsule-keys', '');
}

/** The key that signs now makes way for a new one at the given instant, or for the one that is announced, at the latest then. */
export async function replaceSigningKey(transaction: HubTransaction, wanted: number): Promise<void> {
  const { sql, now } = transaction;
  const keys = await knownKeys(sql, now);
  const signing = signingOf(keys, now);
  const next = keys.find((key) => key.notBefore > now);
  const at = Math.min(wanted, next?.notBefore ?? wanted);
  if (signing && next) {
    await moveStart(sql, next.keyId, at);
    await endKey(sql, signing.keyId, at + keySchedule.graceMs);
  } else if (signing) await succeedKey(sql, signing, at);
  await markChanged(sql, 'capsule-keys', '');
  await keepCapsuleKeys(transaction);
}

/** Forgets a key at once, private half and all: kiosks drop it as soon as they hear. False when there is no such key. */
export async function revokeKey(transaction: HubTransaction, keyId: string): Promise<boolean> {
  if ((await transaction.sql.run('DELETE FROM capsuleKey WHERE keyId = ?', keyId)) === 0) return false;
  await markChanged(transaction.sql, 'capsule-keys', '');
  await keepCapsuleKeys(transaction);
  return true;
}

async function succeedKey(sql: Sql, signing: KnownKey, at: number): Promise<void> {
  await addKey(sql, at);
  await endKey(sql, signing.keyId, at + keySchedule.graceMs);
}

async function addKey(sql: Sql, notBefore: number): Promise<void> {
  let key = makeSigningKey();
  while (await sql.first('SELECT keyId FROM capsuleKey WHERE keyId = ?', key.keyId)) key = makeSigningKey();
  await sql.run(
    'INSERT INTO capsuleKey (keyId, publicKey, privateKey, notBefore, notAfter) VALUES (?, ?, ?, ?, ?)',
    key.keyId,
    key.publicKey,
    key.privateKey,
    notBefore,
    notBefore + keySchedule.signsMs + keySchedule.graceMs,
  );
}

const endKey = (sql: Sql, keyId: string, at: number): Promise<number> =>
  sql.run('UPDATE capsuleKey SET notAfter = ? WHERE keyId = ?', at, keyId);

const moveStart = (sql: Sql, keyId: string, at: number): Promise<number> =>
  sql.run(
    'UPDATE capsuleKey SET notBefore = ?, notAfter = ? WHERE keyId = ?',
    at,
    at + keySchedule.signsMs + keySchedule.graceMs,
    keyId,
  );
