import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Offer } from '../../contracts/offer.ts';
import { testNow } from '../testing/fake-environment.ts';
import { type DiscountLine, discountOf } from './discount.ts';

const offer: Offer = {
  code: 'TEST',
  title: '',
  description: '',
  discount: { type: 'percentage', basisPoints: 1250, maximum: null },
  minimumSubtotal: 0,
  tiers: [],
  productTypes: [],
  currency: 'INR',
  validFrom: new Date(testNow).toISOString(),
  validUntil: new Date(testNow + 1).toISOString(),
};
const line = (lineTotal: number, productType = 'Kurta', department = 'women'): DiscountLine => ({
  lineTotal,
  productType,
  department,
});
const on = (one: Offer, lines: readonly DiscountLine[], at = testNow) =>
  discountOf(one, { lines, currency: 'INR', tier: 'silver', at, locale: 'en' });
const amountOf = (one: Offer, lines: readonly DiscountLine[]) => on(one, lines).amount;
const reasonOf = (one: Offer, lines: readonly DiscountLine[], at?: number) => {
  const discount = on(one, lines, at);
  return discount.applies ? null : discount.obstacle.reason;
};

test('a percentage is rounded down, once, on the whole base', () => {
  expect(amountOf(offer, [line(999)])).toBe(124);
  expect(amountOf(offer, [line(7), line(7)])).toBe(1);
});

test('the maximum caps, an amount never exceeds the base', () => {
  const capped: Offer = { ...offer, discount: { type: 'percentage', basisPoints: 5000, maximum: 300 } };
  expect(amountOf(capped, [line(1000)])).toBe(300);
  expect(amountOf({ ...offer, discount: { type: 'amount', amount: 500 } }, [line(200)])).toBe(200);
});

test('only the named types and departments count, also towards the minimum', () => {
  const kurtas: Offer = { ...offer, productTypes: ['kurta', 'Men'], minimumSubtotal: 1000 };
  expect(amountOf(kurtas, [line(800), line(400, 'Belt', 'men'), line(5000, 'Saree')])).toBe(150);
  expect(reasonOf(kurtas, [line(999), line(5000, 'Saree')])).toBe('offer-minimum');
  expect(reasonOf(kurtas, [line(5000, 'Saree')])).toBe('offer-no-matching-piece');
});

test('valid from its first instant, not at its last', () => {
  expect(reasonOf(offer, [line(100)], testNow - 1)).toBe('offer-not-yet-valid');
  expect(reasonOf(offer, [line(100)], testNow)).toBe(null);
  expect(reasonOf(offer, [line(100)], testNow + 1)).toBe('offer-expired');
});

test('tiers and currencies are respected', () => {
  expect(reasonOf({ ...offer, tiers: ['gold'] }, [line(100)])).toBe('offer-for-members');
  expect(reasonOf({ ...offer, tiers: ['gold', 'silver'] }, [line(100)])).toBe(null);
  expect(reasonOf({ ...offer, currency: 'USD' }, [line(100)])).toBe('offer-other-currency');
});

const lines = fc.array(
  fc.record({
    lineTotal: fc.integer({ min: 0, max: 10 ** 12 }),
    productType: fc.constantFrom('Kurta', 'Saree', 'Belt'),
    department: fc.constantFrom('women', 'men'),
  }),
  { maxLength: 30 },
);
const discounts: fc.Arbitrary<Offer['discount']> = fc.oneof(
  fc.record({
    type: fc.constant('percentage' as const),
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
    maximum: fc.option(fc.integer({ min: -5, max: 10 ** 9 })),
  }),
  fc.record({ type: fc.constant('amount' as const), amount: fc.integer({ min: 1, max: 10 ** 12 }) }),
);
const offers = fc
  .record({
    discount: discounts,
    minimumSubtotal: fc.integer({ min: 0, max: 10 ** 9 }),
    productTypes: fc.subarray(['Kurta', 'Belt', 'men']),
  })
  .map((change): Offer => ({ ...offer, ...change }));

test('an integer, never negative, never more than the base', () => {
  fc.assert(
    fc.property(offers, lines, (one, cart) => {
      const amount = amountOf(one, cart);
      const base = cart
        .filter(
          (piece) =>
            one.productTypes.length === 0 ||
            one.productTypes.includes(piece.productType) ||
            one.productTypes.includes(piece.department),
        )
        .reduce((sum, piece) => sum + piece.lineTotal, 0);
      expect(Number.isSafeInteger(amount) && amount >= 0 && amount <= base).toBe(true);
    }),
  );
});

test('the order of lines and how they are split does not matter', () => {
  fc.assert(
    fc.property(offers, lines, (one, cart) => {
      const split = cart.flatMap((piece) => {
        const part = Math.floor(piece.lineTotal / 2);
        return [
          { ...piece, lineTotal: part },
          { ...piece, lineTotal: piece.lineTotal - part },
        ];
      });
      expect(amountOf(one, [...cart].reverse())).toBe(amountOf(one, cart));
      expect(amountOf(one, split)).toBe(amountOf(one, cart));
    }),
  );
});
