import { describe, expect, it } from 'vitest';
import { gtinCheckDigit } from '../gtin.ts';
import { parseBarcode } from './barcode.ts';

const read = (text: string) => {
  const result = parseBarcode(text);
  return result.ok ? result.value : result.failure.message;
};

describe('parseBarcode', () => {
  it('pads every length to 14 digits', () => {
    expect(
      [
        '96385074',
        '036000291452',
        '4006381333931',
        '10012345678902',
        "'4006381333931",
        '400 638 1333931',
      ].map(read),
    ).toEqual([
      '00000096385074',
      '00036000291452',
      '04006381333931',
      '10012345678902',
      '04006381333931',
      '04006381333931',
    ]);
  });

  it('refuses what is no GTIN', () => {
    expect(read('4006381333932')).toBe("'4006381333932' is not a barcode: its check digit should be 1");
    expect(read('123')).toContain('not 3');
    expect(read('4.00638E+12')).toContain('shortened by a spreadsheet');
    expect(read('40063813339AB')).toContain('digits only');
  });

  it('computes check digits', () => {
    expect(gtinCheckDigit('629104150021')).toBe(3);
  });
});
