import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Environment } from '../../core/ports/environment.ts';
import type { Sql } from './sql.ts';

export interface HubIdentity {
  /** Audience of capsules. */
  readonly hubId: string;
  /** Changes when the file was restored from a backup. */
  readonly epoch: string;
  /** Key of the hashes of phone numbers and one-time codes, base64url. */
  readonly secret: string;
  /** Ed25519 private key that signs capsules, as a JWK. */
  readonly capsuleKey: Readonly<Record<string, unknown>>;
}

interface IdentityRow {
  readonly hubId: string;
  readonly epoch: string;
  readonly secret: string;
  readonly capsuleKey: string;
}

/** Makes identity and keys at the first start. */
export async function ensureIdentity(sql: Sql, environment: Environment): Promise<void> {
  if (await sql.first('SELECT id FROM hub')) return;
  const { privateKey } = generateKeyPairSync('ed25519');
  const keyId = randomBytes(4).toString('hex');
  await sql.run(
    'INSERT INTO hub (id, hubId, epoch, secret, capsuleKey) VALUES (1, ?, ?, ?, ?)',
    `hub-${randomBytes(6).toString('hex')}`,
    environment.newId(),
    randomBytes(32).toString('base64url'),
    JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: keyId, alg: 'EdDSA', use: 'sig' }),
  );
}

export async function readIdentity(sql: Sql): Promise<HubIdentity> {
  const row = await sql.first<IdentityRow>('SELECT hubId, epoch, secret, capsuleKey FROM hub');
  if (!row) throw new Error('The hub has no identity');
  return { ...row, capsuleKey: JSON.parse(row.capsuleKey) as Record<string, unknown> };
}

/** The public half, as devices pin it. */
export function publicCapsuleKey(identity: HubIdentity): Record<string, unknown> {
  const { d: _, ...publicKey } = identity.capsuleKey;
  return publicKey;
}
