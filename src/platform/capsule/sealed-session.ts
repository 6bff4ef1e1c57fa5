import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type BareSession, bareSession, type ExpectedVisitor } from '../../contracts/visitor.ts';
import type { CodeSecrets } from './code-secrets.ts';

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Goes into the seal, so that no row passes for another one, for another shop's, or for one that lives longer. */
const label = (storeId: string, lookupId: string, expiresAt: string): Buffer =>
  Buffer.from(JSON.stringify(['aisle visitor', storeId, lookupId, expiresAt]));

type RowSecrets = Pick<CodeSecrets, 'lookupId' | 'sealingKey'>;

/** The row of a visitor for the kiosks of one shop. `expiresAt` in milliseconds since 1970. */
export function sealSession(
  session: BareSession,
  { lookupId, sealingKey }: RowSecrets,
  place: { readonly storeId: string; readonly expiresAt: number },
): ExpectedVisitor {
  const expiresAt = new Date(place.expiresAt).toISOString();
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, sealingKey, nonce).setAAD(label(place.storeId, lookupId, expiresAt));
  const text = JSON.stringify(bareSession.parse(session));
  const sealed = Buffer.concat([nonce, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()]);
  return { lookupId, sealed: sealed.toString('base64url'), expiresAt };
}

/** Undefined when the row was not sealed with this key for this shop, or was changed since. */
export function openSealedSession(
  { lookupId, sealed, expiresAt }: ExpectedVisitor,
  { sealingKey }: RowSecrets,
  storeId: string,
): BareSession | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return undefined;
  const opening = createDecipheriv(cipher, sealingKey, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(label(storeId, lookupId, expiresAt))
    .setAuthTag(bytes.subarray(-tagBytes));
  try {
    const text = Buffer.concat([opening.update(bytes.subarray(nonceBytes, -tagBytes)), opening.final()]);
    return bareSession.safeParse(JSON.parse(text.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
