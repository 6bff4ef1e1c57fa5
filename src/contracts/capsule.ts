import { z } from 'zod';
import { instant, storeId } from './primitives.ts';

/**
 * Path of a hand-over link: `https://<any host>/s/<handle>#<capsule>`. The kiosk reads handle and capsule and never
 * fetches the host. The handle is 128 random bits in base64url (22 characters), single use; the capsule is a compact
 * Ed25519 JWS.
 */
export const handoverPath = /^\/s\/([A-Za-z0-9_-]{22})$/;

/** Names one code, made from its secret and useless without it: 48 bits, base64url. */
export const tokenId = z.string().regex(/^[A-Za-z0-9_-]{8}$/);

/** Type in the header, so that nothing else that the hub may ever sign with the same key passes for a capsule. */
export const capsuleType = 'bag';

export const capsuleHeader = z.strictObject({
  alg: z.literal('EdDSA'),
  /** Which of the hub's keys: they rotate. */
  kid: z.string().max(16),
  typ: z.literal(capsuleType),
});

/** Short, because it rides in a QR code; nothing in it is personal. */
export const capsuleClaims = z.strictObject({
  /** Audience: the one shop that the code is for. */
  aud: storeId,
  /** Expiry, seconds since 1970. */
  exp: z.int().positive(),
  jti: tokenId,
  /** Language in two letters, then the bag as `writeBag` writes it. */
  c: z.string().regex(/^[a-z]{2}[0-9a-zA-T]*$/),
});

/** A public key that capsules may be signed with, as devices pin it. */
export const capsuleKey = z.object({
  keyId: z.string().regex(/^[A-Za-z0-9_-]{1,16}$/),
  /** Ed25519, 32 bytes in base64url. */
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** The hub signs with it from then on. */
  notBefore: instant,
  /** Until then capsules that it signed are taken. */
  notAfter: instant,
});
export type CapsuleKey = z.infer<typeof capsuleKey>;

/** Minutes that a hand-over QR lives; long enough to walk to the kiosk, short enough not to be worth stealing. */
export const handoverMinutes = 15;
