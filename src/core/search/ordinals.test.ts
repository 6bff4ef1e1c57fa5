import { expect, test } from 'vitest';
import { createOrdinals } from './ordinals.ts';

test('each text has one number, in the order of asking', () => {
  const ordinals = createOrdinals();
  const texts = Array.from({ length: 5000 }, (_, index) => `KURTA-${index}-M-Red`);
  expect(texts.map(ordinals.of)).toEqual(texts.map((_, index) => index));
  expect(texts.map(ordinals.of)).toEqual(texts.map((_, index) => index));
  expect(ordinals.count()).toBe(5000);
  expect(ordinals.of('')).toBe(5000);
});
