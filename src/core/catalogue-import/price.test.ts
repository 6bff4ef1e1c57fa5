import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePrice } from './price.ts';

const read = (text: string, digits = 2) => {
  const result = parsePrice(text, digits);
  return result.ok ? result.value : result.failure.message;
};

describe('parsePrice', () => {
  it('reads plain amounts into minor units', () => {
    expect(['1299', '1299.5', '1299.50', ' 0.07 ', '0', '00012.30'].map((text) => read(text))).toEqual([
      129_900, 129_950, 129_950, 7, 0, 1230,
    ]);
    expect(read('1299', 0)).toBe(1299);
    expect(read('1.005', 3)).toBe(1005);
  });

  it('says what is wrong with the others', () => {
    expect(
      Object.fromEntries(
        ['12,50', '₹1,299.00', '₹1299', '-5', 'abc', '1e3', '1.005', '1.', '.5', '', 'NaN', '0x10', '१२'].map(
          (text) => [text, read(text)],
        ),
      ),
    ).toEqual({
      '12,50': "'12,50' is not a price: write the decimals with a point, as in '12.50'",
      '₹1,299.00': "'₹1,299.00' is not a price: write it without thousands separators",
      '₹1299': "'₹1299' is not a price: write it without the currency sign",
      '-5': "'-5' is not a price: a price is not negative",
      abc: "'abc' is not a price: write digits only, as in '1299.00'",
      '1e3': "'1e3' is not a price: write all digits; a spreadsheet has shortened it",
      '1.005': "'1.005' is not a price: this currency has at most 2 decimals",
      '1.': "'1.' is not a price: write digits only, as in '1299.00'",
      '.5': "'.5' is not a price: write digits only, as in '1299.00'",
      '': "'' is not a price: write digits only, as in '1299.00'",
      NaN: "'NaN' is not a price: write digits only, as in '1299.00'",
      '0x10': "'0x10' is not a price: write digits only, as in '1299.00'",
      '१२': "'१२' is not a price: write digits only, as in '1299.00'",
    });
    expect(read('9999999999999999')).toContain('not a price');
    expect(read('12.5', 0)).toContain('no decimals');
  });

  it('gives back every amount exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999 }),
        fc.integer({ min: 0, max: 3 }),
        (minor, digits) => {
          const text = String(minor).padStart(digits + 1, '0');
          const written = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
          expect(read(written, digits)).toBe(minor);
        },
      ),
    );
  });
});
