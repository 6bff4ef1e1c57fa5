import { gtinCheckDigit } from '../catalogue-import/barcode.ts';

/** Digits of a GTIN-8, UPC-A (12), EAN-13 or GTIN-14 with a right check digit. */
export const isGtin = (digits: string): boolean =>
  /^(\d{8}|\d{12}|\d{13}|\d{14})$/.test(digits) &&
  gtinCheckDigit(digits.slice(0, -1)) === Number(digits.at(-1));
