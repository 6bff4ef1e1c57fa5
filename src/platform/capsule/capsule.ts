import { CompactSign, compactVerify, decodeProtectedHeader, errors, importJWK } from 'jose';
import { type CapsuleKey, capsuleClaims, capsuleHeader, capsuleType } from '../../contracts/capsule.ts';
import { type Language, language as languageSchema } from '../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { type BagLine, readBag, writeBag } from '../../core/handover/bag-text.ts';
import type { SigningKey } from './signing-key.ts';

const algorithm = 'EdDSA';
/** A capsule of 30 lines for a shop with the longest id has under 600 characters; what is longer is not looked at. */
const longestCapsule = 700;
/** A kiosk's clock may be this much behind the hub's that has just begun to use a key. */
const clockDriftMs = 10 * 60_000;

/** What a code says by itself: a bag for one shop, and nothing of whoever carries it. */
export interface Capsule {
  readonly storeId: string;
  /** Milliseconds since 1970, whole seconds. */
  readonly expiresAt: number;
  readonly tokenId: string;
  readonly language: Language;
  readonly lines: readonly BagLine[];
}

/** Signs. A compact JWS without needless fields: ten lines of six-digit variants stay under 300 characters. */
export async function signCapsule(
  capsule: Capsule,
  { keyId, publicKey, privateKey }: SigningKey,
): Promise<string> {
  const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: publicKey, d: privateKey }, algorithm);
  const claims = capsuleClaims.parse({
    aud: capsule.storeId,
    exp: Math.floor(capsule.expiresAt / 1000),
    jti: capsule.tokenId,
    c: `${capsule.language}${writeBag(capsule.lines)}`,
  });
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: algorithm, kid: keyId, typ: capsuleType })
    .sign(key);
}

const tampered = (): Result<never> =>
  fail('invalid', 'This code cannot be trusted. Please show the code on your phone again.', {
    reason: 'code-tampered',
  });

function keyIdOf(token: string): string | undefined {
  if (token.length > longestCapsule) return undefined;
  // The last letter of a signature has bits that say nothing: with them set otherwise it is not what was signed.
  const signature = token.slice(token.lastIndexOf('.') + 1);
  if (Buffer.from(signature, 'base64url').toString('base64url') !== signature) return undefined;
  try {
    return capsuleHeader.safeParse(decodeProtectedHeader(token)).data?.kid;
  } catch {
    return undefined;
  }
}

async function payloadOf(token: string, { publicKey }: CapsuleKey): Promise<unknown> {
  try {
    const key = await importJWK({ kty: 'OKP', crv: 'Ed25519', x: publicKey }, algorithm);
    const { payload } = await compactVerify(token, key, { algorithms: [algorithm] });
    return JSON.parse(new TextDecoder().decode(payload));
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readClaims(payload: unknown): Capsule | undefined {
  const claims = capsuleClaims.safeParse(payload).data;
  const lines = claims && readBag(claims.c.slice(2));
  return (
    lines && {
      storeId: claims.aud,
      expiresAt: claims.exp * 1000,
      tokenId: claims.jti,
      language: languageSchema.catch('en').parse(claims.c.slice(0, 2)),
      lines,
    }
  );
}

/**
 * Reads a capsule with pinned keys. Failures by reason: `code-tampered` (changed, forged, or no capsule), `code-unverifiable`
 * (signed by a key that is not known here, or not at this time: only the hub can tell), `code-other-shop` (with its
 * `storeId` in the details), `code-expired`. `now` in milliseconds since 1970.
 */
export async function verifyCapsule(
  token: string,
  {
    keys,
    storeId,
    now,
  }: { readonly keys: readonly CapsuleKey[]; readonly storeId: string; readonly now: number },
): Promise<Result<Capsule>> {
  const keyId = keyIdOf(token);
  if (keyId === undefined) return tampered();
  const key = keys.find((one) => one.keyId === keyId);
  if (!key || now < Date.parse(key.notBefore) - clockDriftMs || now >= Date.parse(key.notAfter)) {
    return fail('offline', 'This code can only be checked with the network. Please ask an associate.', {
      reason: 'code-unverifiable',
    });
  }
  const capsule = readClaims(await payloadOf(token, key));
  if (!capsule) return tampered();
  if (capsule.storeId !== storeId) {
    return fail('invalid', 'This code was made for another shop. Choose this shop on your phone.', {
      reason: 'code-other-shop',
      details: { storeId: capsule.storeId },
    });
  }
  if (capsule.expiresAt <= now) {
    return fail('conflict', 'This code has run out. Please open a new one on your phone.', {
      reason: 'code-expired',
    });
  }
  return succeed(capsule);
}
