import { fail, type Result, succeed } from '../../contracts/result.ts';

const plainAmount = /^(\d{1,13})(?:\.(\d+))?$/;

function advice(text: string): string {
  if (/^-/.test(text)) return 'a price is not negative';
  if (/^\d+,\d+$/.test(text)) return "write the decimals with a point, as in '12.50'";
  if (/\d,\d{2,3}/.test(text)) return 'write it without thousands separators';
  if (/^\d+(\.\d+)?e[+-]?\d+$/i.test(text)) return 'write all digits; a spreadsheet has shortened it';
  if (/^\p{Sc}|\p{Sc}$/u.test(text)) return 'write it without the currency sign';
  return "write digits only, as in '1299.00'";
}

/**
 * An amount in plain digits with a decimal point, as integer minor units; read digit by digit, never as a float.
 * `digits` is the currency's number of decimals. Fewer decimals are filled up, more are refused.
 */
export function parsePrice(text: string, digits: number): Result<number> {
  const trimmed = text.trim();
  const match = plainAmount.exec(trimmed);
  if (!match) return fail('invalid', `'${trimmed.slice(0, 40)}' is not a price: ${advice(trimmed)}`);
  const fraction = match[2] ?? '';
  if (fraction.length > digits) {
    const allowed = digits === 0 ? 'no decimals' : `at most ${digits} decimals`;
    return fail('invalid', `'${trimmed.slice(0, 40)}' is not a price: this currency has ${allowed}`);
  }
  const minor = Number(`${match[1]}${fraction.padEnd(digits, '0')}`);
  return Number.isSafeInteger(minor)
    ? succeed(minor)
    : fail('invalid', `'${trimmed.slice(0, 40)}' is not a price: it is too large`);
}
