import { hkdfSync } from 'node:crypto';
import { stretch } from '../secrets/stretch.ts';

/** What a code is good for, told apart by HKDF: none of the three tells the code, or one another. */
export interface CodeSecrets {
  /** Names the code where it was used: 48 bits, base64url. */
  readonly tokenId: string;
  /** Names the row of a visitor that the code opens: 96 bits, base64url. */
  readonly lookupId: string;
  /** Opens that row: AES-256. */
  readonly sealingKey: Buffer;
}

function secretsOf(material: Buffer): CodeSecrets {
  const derive = (purpose: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', material, '', `aisle ${purpose}`, bytes));
  return {
    tokenId: derive('token id', 6).toString('base64url'),
    lookupId: derive('visitor row', 12).toString('base64url'),
    sealingKey: derive('visitor seal', 32),
  };
}

/** Of a handle: 128 random bits, so no one guesses it and it needs no salt. */
export const handleSecrets = (handle: string): CodeSecrets => secretsOf(Buffer.from(handle, 'base64url'));

/**
 * Of a pickup code, which has 40 random bits. Whoever stole a kiosk's disk may try them all: 2^40 codes at a fifth of a
 * second of one processor and 32 MB each are 7,000 processor years. They are tried against every row of the shop at
 * once, so that among a thousand rows the first opens after some seven years; each row lives for a day, and holds a bag
 * and no name. At the screen five tries in five minutes are a chance of one in 760 million a day, for each row. Hub and
 * shop are in the salt: nothing that was computed for one shop is of use in another.
 */
export async function pickupSecrets(
  code: string,
  { hubId, storeId }: { readonly hubId: string; readonly storeId: string },
): Promise<CodeSecrets> {
  return secretsOf(await stretch(code, `aisle pickup\n${hubId}\n${storeId}`));
}
