import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Product } from '../../contracts/catalogue.ts';
import { fixtureProducts } from '../testing/fixture-catalogue.ts';
import { similarity } from './similarity.ts';

const [first] = fixtureProducts as readonly [Product, ...Product[]];
const priced = (price: number): Product => ({
  ...first,
  variants: first.variants.map((variant) => ({ ...variant, price })),
});

test('a product is as alike to itself as can be, and the order does not matter', () => {
  const some = fc.constantFrom(...fixtureProducts);
  fc.assert(
    fc.property(some, some, (one, other) => {
      const alike = similarity(one, other);
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(1);
      expect(similarity(other, one)).toBeCloseTo(alike, 12);
      expect(similarity(one, one)).toBeGreaterThanOrEqual(alike);
    }),
  );
});

test('a nearer price is more alike; beyond twice the price it makes no difference', () => {
  const to = (price: number) => similarity(priced(1000), priced(price));
  expect(to(1100)).toBeGreaterThan(to(1500));
  expect(to(1500)).toBeGreaterThan(to(2000));
  expect(to(2000)).toBe(to(9000));
  expect(to(500)).toBe(to(2000));
});

test('products that cost nothing, or have no variants, are compared by the rest', () => {
  expect(Number.isFinite(similarity(priced(0), priced(0)))).toBe(true);
  expect(Number.isFinite(similarity({ ...first, variants: [] }, first))).toBe(true);
});
