import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTypedCode, typedCode } from './typed-code.ts';

test('a code is read however a person types it, and nothing else is one', () => {
  expect(typedCode(Uint8Array.of(0x39, 0xc5, 0x6a, 0x27, 0xad))).toBe('772P-M9XD');
  expect(readTypedCode('7k2q m9xd')).toBe('7K2Q-M9XD');
  expect(readTypedCode('OIL0-1111')).toBe('0110-1111');
  for (const text of ['', '7K2Q', '7K2Q-M9XU', '7K2Q-M9XD1', '../../etc']) {
    expect(readTypedCode(text)).toBeNull();
  }
});

test('all forty bits are in it', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
      const code = typedCode(bytes);
      seen.add(`${bytes} ${code}`);
      expect(readTypedCode(code.toLowerCase())).toBe(code);
    }),
  );
  expect(new Set([...seen].map((pair) => pair.split(' ')[1])).size).toBe(seen.size);
  expect([typedCode(new Uint8Array(5)), typedCode(new Uint8Array(5).fill(255))]).toEqual([
    '0000-0000',
    'ZZZZ-ZZZZ',
  ]);
});
