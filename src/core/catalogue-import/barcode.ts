import { fail, type Result, succeed } from '../../contracts/result.ts';

const lengths = new Set([8, 12, 13, 14]);

/** Check digit of a GTIN without its last digit: weights 3 and 1 from the right (GS1 General Specifications, 7.9). */
export function gtinCheckDigit(body: string): number {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) {
    sum += Number(body[body.length - 1 - index]) * (index % 2 === 0 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
}

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
  if (!lengths.has(digits.length)) {
    return fail(
      'invalid',
      `${shown} is not a barcode: a GTIN has 8, 12, 13 or 14 digits, not ${digits.length}`,
    );
  }
  const expected = gtinCheckDigit(digits.slice(0, -1));
  if (Number(digits.at(-1)) !== expected) {
    return fail('invalid', `${shown} is not a barcode: its check digit should be ${expected}`);
  }
  return succeed(digits.padStart(14, '0'));
}
