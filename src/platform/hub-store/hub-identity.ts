import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Environment } from '../../core/ports/environment.ts';
import type { Connection } from '../store/connection.ts';

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
export function ensureIdentity(connection: Connection, environment: Environment): void {
  if (connection.prepare<{ id: number }>('SELECT id FROM hub').first()) return;
  const { privateKey } = generateKeyPairSync('ed25519');
  const keyId = randomBytes(4).toString('hex');
  connection
    .prepare('INSERT INTO hub (id, hubId, epoch, secret, capsuleKey) VALUES (1, ?, ?, ?, ?)')
    .run(
      `hub-${randomBytes(6).toString('hex')}`,
      environment.newId(),
      randomBytes(32).toString('base64url'),
      JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid: keyId, alg: 'EdDSA', use: 'sig' }),
    );
}

export function readIdentity(connection: Connection): HubIdentity {
  const row = connection.prepare<IdentityRow>('SELECT hubId, epoch, secret, capsuleKey FROM hub').first();
  if (!row) throw new Error('The hub has no identity');
  return { ...row, capsuleKey: JSON.parse(row.capsuleKey) as Record<string, unknown> };
}

/** The public half, as devices pin it. */
export function publicCapsuleKey(identity: HubIdentity): Record<string, unknown> {
  const { d: _, ...publicKey } = identity.capsuleKey;
  return publicKey;
}
