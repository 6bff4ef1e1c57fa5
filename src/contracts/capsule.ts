import { z } from 'zod';

/**
 * Path of a hand-over link: `https://<any host>/s/<handle>#<capsule>`. The kiosk reads handle and capsule and never
 * fetches the host. The handle is 128 random bits in base64url (22 characters), single use; the capsule is a compact
 * Ed25519 JWS.
 */
export const handoverPath = /^\/s\/([A-Za-z0-9_-]{22})$/;

export const capsuleClaims = z.object({
  /** Audience: the chain's hub id; a kiosk accepts only its own. */
  aud: z.string(),
  /** Expiry, seconds since 1970. */
  exp: z.int(),
  /** Token id: the first eight characters of the handle. */
  jti: z.string(),
  /** Language. */
  l: z.string(),
  /** Cart: variant number and quantity. */
  c: z.array(z.tuple([z.int().positive(), z.int().positive()])).max(30),
});
export type CapsuleClaims = z.infer<typeof capsuleClaims>;

/** Minutes that a hand-over QR lives; long enough to walk to the kiosk, short enough not to be worth stealing. */
export const handoverMinutes = 15;
