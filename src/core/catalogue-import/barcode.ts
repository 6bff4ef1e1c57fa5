import { fail, type Result, succeed } from '../../contracts/result.ts';
import { gtinCheckDigit, toGtin14 } from '../gtin.ts';

/** A GTIN-8, -12, -13 or -14 as 14 digits, left-padded. Spreadsheets' leading apostrophe is taken off. */
export function parseBarcode(text: string): Result<string> {
  const digits = text.trim().replace(/^'/, '').replace(/[\s-]/g, '');
  const shown = `'${text.trim().slice(0, 40)}'`;
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(digits)) {
    return fail(
      'invalid',
      `${shown} was shortened by a spreadsheet: format the column as text and export again`,
    );
  }
  if (!/^\d+$/.test(digits)) return fail('invalid', `${shown} is not a barcode: a GTIN has digits only`);
  const gtin = toGtin14(digits);
  if (gtin === undefined) {
    return fail(
      'invalid',
      `${shown} is not a barcode: a GTIN has 8, 12, 13 or 14 digits, not ${digits.length}`,
    );
  }
  const expected = gtinCheckDigit(digits.slice(0, -1));
  if (Number(digits.at(-1)) !== expected) {
    return fail('invalid', `${shown} is not a barcode: its check digit should be ${expected}`);
  }
  return succeed(gtin);
}
