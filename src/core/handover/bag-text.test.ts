import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BagLine, readBag, writeBag } from './bag-text.ts';

const byNumber = (lines: readonly BagLine[]) => [...lines].sort((one, other) => one.number - other.number);

const bags = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    quantity: fc.integer({ min: 1, max: 20 }),
  }),
  { selector: (line) => line.number, maxLength: 30 },
);

test('what was written is read, in the order of the numbers', () => {
  expect(
    writeBag([
      { number: 1036, quantity: 20 },
      { number: 1000, quantity: 1 },
    ]),
  ).toBe('rsA10T');
  expect(readBag('')).toEqual([]);
  fc.assert(
    fc.property(bags, (lines) => {
      expect(readBag(writeBag(lines))).toEqual(byNumber(lines));
    }),
  );
});

test('whatever is read is written the same: there is one text for a bag', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom(...'0123456789abzABTUV.-') }),
    fc
      .tuple(bags, fc.nat(), fc.string({ unit: fc.constantFrom(...'0aA'), maxLength: 2 }))
      .map(([lines, at, more]) => {
        const text = writeBag(lines);
        const place = at % (text.length + 1);
        return text.slice(0, place) + more + text.slice(place);
      }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const lines = readBag(text);
      if (lines !== undefined) expect(writeBag(lines)).toBe(text);
    }),
  );
});

test.each([
  ['a number twice', 'rsA0A'],
  ['a zero in front', '0rsA'],
  ['no quantity', 'rs'],
  ['more than 20', 'rsU'],
  ['a number beyond 31 bits', 'zzzzzzA'],
  ['31 lines', '1A'.repeat(31)],
  ['another letter', 'r$A'],
])('%s is no bag', (_name, text) => expect(readBag(text)).toBeUndefined());

test.each([
  ['a number twice', [1000, 1, 1000, 2]],
  ['none of it', [1000, 0]],
  ['more than 20', [1000, 21]],
  ['half a piece', [1000, 1.5]],
  ['a number of nothing', [0, 1]],
  ['half a number', [1.5, 1]],
])('%s is a bug, and throws', (_name, [number = 0, quantity = 0, other, more = 1]) => {
  const lines = [{ number, quantity }, ...(other === undefined ? [] : [{ number: other, quantity: more }])];
  expect(() => writeBag(lines)).toThrow('not a bag');
});
