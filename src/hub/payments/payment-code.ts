import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code can be read out and typed. https://www.crockford.com/base32.html */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `XXXX-XXXX`: 40 random bits. A guess meets a rate limit long before it meets one of the few open payments. */
export function newPaymentCode(): string {
  const symbols = Array.from({ length: 8 }, () => alphabet[randomInt(32)]).join('');
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}

/** The code as it is stored, from whatever a person typed; null when it cannot be one. */
export function readPaymentCode(typed: string): string | null {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{8}$/.test(symbols)) return null;
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}
