import { codeAlphabet } from '../contracts/primitives.ts';

/** `XXXX-XXXX` in Crockford's base 32, from five bytes: a code that can be read out and typed. */
export function typedCode(bytes: Uint8Array): string {
  if (bytes.length !== 5) throw new Error('A typed code has 40 bits');
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const symbols = (bits.match(/.{5}/g) ?? []).map((five) => codeAlphabet[Number.parseInt(five, 2)]).join('');
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}

/** The code as it was made, from whatever a person typed; null when it cannot be one. */
export function readTypedCode(typed: string): string | null {
  const symbols = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{8}$/.test(symbols)) return null;
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}
