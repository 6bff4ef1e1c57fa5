import { CompactSign, compactVerify, errors, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import { type CapsuleClaims, capsuleClaims } from '../../contracts/capsule.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';

const algorithm = 'EdDSA';

export interface CapsuleKeys {
  readonly privateKey: JWK;
  readonly publicKey: JWK;
}

/** A new Ed25519 pair. */
export async function makeCapsuleKeys(): Promise<CapsuleKeys> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
  return { privateKey: await exportJWK(privateKey), publicKey: await exportJWK(publicKey) };
}

/** Signs with an Ed25519 private key. A compact JWS without needless header fields: it rides in a QR. */
export async function signCapsule(claims: CapsuleClaims, privateKey: JWK): Promise<string> {
  const key = await importJWK(privateKey, algorithm);
  return new CompactSign(new TextEncoder().encode(JSON.stringify(capsuleClaims.parse(claims))))
    .setProtectedHeader({ alg: algorithm })
    .sign(key);
}

const tampered = (): Result<never> =>
  fail('invalid', 'This code cannot be trusted. Please show the code on your phone again.', {
    reason: 'code-tampered',
  });

async function payloadOf(token: string, keys: readonly JWK[]): Promise<unknown> {
  for (const jwk of keys) {
    if (jwk.kty !== 'OKP' || jwk.crv !== 'Ed25519') continue;
    try {
      const key = await importJWK(jwk, algorithm);
      const { payload } = await compactVerify(token, key, { algorithms: [algorithm] });
      return JSON.parse(new TextDecoder().decode(payload));
    } catch (error) {
      if (error instanceof errors.JOSEError || error instanceof SyntaxError) continue;
      throw error;
    }
  }
  return undefined;
}

/**
 * Reads a capsule with pinned keys. Failures by reason: `code-tampered` (no pinned key signed this text),
 * `code-foreign` (another chain's), `code-expired`. `now` in milliseconds since 1970.
 */
export async function verifyCapsule(
  token: string,
  keys: readonly JWK[],
  { hubId, now }: { readonly hubId: string; readonly now: number },
): Promise<Result<CapsuleClaims>> {
  const claims = capsuleClaims.safeParse(await payloadOf(token, keys));
  if (!claims.success) return tampered();
  if (claims.data.aud !== hubId) {
    return fail('invalid', 'This code belongs to another shop.', { reason: 'code-foreign' });
  }
  if (claims.data.exp * 1000 <= now) {
    return fail('conflict', 'This code has run out. Please open a new one on your phone.', {
      reason: 'code-expired',
    });
  }
  return succeed(claims.data);
}
