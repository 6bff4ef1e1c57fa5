import { generateKeyPairSync, randomBytes } from 'node:crypto';

/** An Ed25519 pair that signs capsules; both halves 32 bytes in base64url. */
export interface SigningKey {
  /** Short, because it rides in every capsule. */
  readonly keyId: string;
  readonly publicKey: string;
  readonly privateKey: string;
}

export function makeSigningKey(): SigningKey {
  const { x, d } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  if (x === undefined || d === undefined) throw new Error('An Ed25519 key has no halves');
  return { keyId: makeKeyId(), publicKey: x, privateKey: d };
}

/** Three characters that a command line does not take for an option. */
function makeKeyId(): string {
  const keyId = randomBytes(2).toString('base64url');
  return keyId.startsWith('-') ? makeKeyId() : keyId;
}
