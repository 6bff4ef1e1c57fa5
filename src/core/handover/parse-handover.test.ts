import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseHandover } from './parse-handover.ts';

const handle = 'AbCdEfGhIjKlMnOpQrStUv';
const foreign = { ok: false, failure: { kind: 'invalid', reason: 'code-foreign' } };

test('reads handle and capsule of a hand-over link, whatever the host', () => {
  expect(parseHandover(`https://shop.example/s/${handle}#aaa.bbb.ccc`)).toEqual({
    ok: true,
    value: { kind: 'handover', handle, capsule: 'aaa.bbb.ccc' },
  });
  expect(parseHandover(` http://127.0.0.1:4600/s/${handle} `)).toEqual({
    ok: true,
    value: { kind: 'handover', handle, capsule: null },
  });
});

test.each([
  ['4006381333931', '04006381333931'],
  ['96385074', '00000096385074'],
  ['036000291452', '00036000291452'],
  ['https://id.example/01/04006381333931', '04006381333931'],
  ['https://id.example/path/01/4006381333931/10/LOT7/21/9?x=1', '04006381333931'],
])('reads the product in %s', (text, gtin) => {
  expect(parseHandover(text)).toEqual({ ok: true, value: { kind: 'product', gtin } });
});

test.each([
  'https://elsewhere.example/menu',
  `https://shop.example/s/${handle}x`,
  `https://shop.example/s/${handle.slice(1)}`,
  'https://id.example/01/04006381333932',
  '4006381333932',
  `javascript:/s/${handle}`,
  'WIFI:S:guest;;',
  '',
  'x'.repeat(5000),
])('says that %j is foreign', (text) => {
  expect(parseHandover(text)).toMatchObject(foreign);
});

test('never throws, whatever was scanned', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.string({ unit: 'binary' })), (text) => {
      expect(typeof parseHandover(text).ok).toBe('boolean');
    }),
  );
});
