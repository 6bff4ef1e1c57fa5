import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { CapsuleKey } from '../../contracts/capsule.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { SigningKey } from '../capsule/signing-key.ts';
import type { Sql } from './sql.ts';

export interface HubIdentity {
  /** Tells the hub from others; a device is paired with one. */
  readonly hubId: string;
  /** Key of the hashes of phone numbers and one-time codes, base64url. */
  readonly secret: string;
  readonly signingKey: SigningKey;
}

interface IdentityRow {
  readonly hubId: string;
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
  const row = await sql.first<IdentityRow>('SELECT hubId, secret, capsuleKey FROM hub');
  if (!row) throw new Error('The hub has no identity');
  const { capsuleKey, ...identity } = row;
  const { kid, x, d } = JSON.parse(capsuleKey) as { kid: string; x: string; d: string };
  return { ...identity, signingKey: { keyId: kid, publicKey: x, privateKey: d } };
}

/** The public half, as devices pin it. */
export const publicCapsuleKey = ({ signingKey: { keyId, publicKey } }: HubIdentity): CapsuleKey => ({
  keyId,
  publicKey,
  notBefore: '1970-01-01T00:00:00.000Z',
  notAfter: '9999-12-31T00:00:00.000Z',
});
