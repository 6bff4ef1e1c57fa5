import fc from 'fast-check';
import { expect, test } from 'vitest';
import { trimmed } from './trim.ts';

test('what is short stays as it is, without what is null', () => {
  expect(
    JSON.parse(trimmed({ total: 0, name: '', card: null, items: [{ size: 'M', image: null }] })),
  ).toEqual({
    total: 0,
    name: '',
    items: [{ size: 'M' }],
  });
});

test('long lists and texts say how much was left out', () => {
  const found = JSON.parse(
    trimmed({ items: Array.from({ length: 30 }, (_, n) => n), text: 'x'.repeat(400) }),
  );
  expect(found.items).toHaveLength(25);
  expect(found.items.at(-1)).toBe('… 6 more');
  expect(found.text).toBe(`${'x'.repeat(300)}…`);
});

test('a list of large things is cut further', () => {
  const items = Array.from({ length: 30 }, (_, n) => ({ n, text: 'x'.repeat(280) }));
  const found = JSON.parse(trimmed({ items }));
  expect(found.items).toHaveLength(13);
});

test('whatever it is given, it gives JSON that is short enough', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }), (value) => {
      const text = trimmed(value);
      expect(text.length).toBeLessThanOrEqual(6_000);
      JSON.parse(text);
    }),
  );
  const deep = Array.from({ length: 3 }, () => Array.from({ length: 40 }, () => 'x'.repeat(900)));
  expect(trimmed({ deep, deeper: [deep, deep] }).length).toBeLessThanOrEqual(6_000);
});
