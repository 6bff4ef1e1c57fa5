import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** SHA-256, base64url: for random secrets of 128 bits and more, which need no salt. */
export const digest = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** HMAC-SHA-256 under the hub's own key: for what could be guessed, such as phone numbers and six digits. */
export const keyedDigest = (key: string, ...parts: readonly string[]): string =>
  createHmac('sha256', key).update(parts.join('\n')).digest('base64url');

/** Compares without telling by its time where two texts differ. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(digest(one)), Buffer.from(digest(other)));
}
