import { CompactSign, importJWK } from 'jose';
import { type CapsuleClaims, capsuleClaims } from '../../contracts/capsule.ts';
import type { HubIdentity } from './hub-identity.ts';

/** Signs what a kiosk without network may believe: a compact JWS, EdDSA over Ed25519 (RFC 8037). */
export async function createCapsuleSigner(
  identity: HubIdentity,
): Promise<(claims: CapsuleClaims) => Promise<string>> {
  const key = await importJWK(identity.capsuleKey, 'EdDSA');
  const keyId = String(identity.capsuleKey.kid);
  return async (claims) =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(capsuleClaims.parse(claims))))
      .setProtectedHeader({ alg: 'EdDSA', kid: keyId })
      .sign(key);
}
