import { formatMoney } from '../../contracts/money.ts';
import type { Offer, Tier } from '../../contracts/offer.ts';
import { assertNever } from '../../contracts/result.ts';
import { eligibility, type Obstacle } from './eligibility.ts';

/** A priced line as far as a discount depends on it; amounts in minor units. */
export interface DiscountLine {
  readonly productType: string;
  readonly department: string;
  readonly lineTotal: number;
}

export type Discount =
  | { readonly applies: true; readonly amount: number }
  | { readonly applies: false; readonly amount: 0; readonly obstacle: Obstacle };

export interface DiscountCircumstances {
  readonly lines: readonly DiscountLine[];
  readonly currency: string;
  readonly tier: Tier;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** For amounts in messages. */
  readonly locale: string;
}

/**
 * What one offer takes off a cart. The base is the sum of the lines that count towards the offer, and `minimumSubtotal` is
 * measured on that base. A percentage is rounded down to the minor unit, then capped by `maximum`; nothing takes off
 * more than the base. Integers only.
 */
export function discountOf(offer: Offer, circumstances: DiscountCircumstances): Discount {
  const obstacle = obstacleOf(offer, circumstances);
  if (obstacle) return { applies: false, amount: 0, obstacle };
  const base = discountBase(offer, circumstances.lines);
  return { applies: true, amount: Math.max(0, Math.min(base, uncapped(offer, base))) };
}

/** Departments and product types that the offer names; all when it names none. */
function discountBase(offer: Offer, lines: readonly DiscountLine[]): number {
  const named = new Set(offer.productTypes.map((name) => name.toLowerCase()));
  return lines
    .filter(
      (line) =>
        named.size === 0 ||
        named.has(line.productType.toLowerCase()) ||
        named.has(line.department.toLowerCase()),
    )
    .reduce((sum, line) => sum + line.lineTotal, 0);
}

function uncapped(offer: Offer, base: number): number {
  const { discount } = offer;
  switch (discount.type) {
    case 'percentage': {
      // The product may pass 2^53 for absurd carts; BigInt keeps it exact.
      const part = Number((BigInt(base) * BigInt(discount.basisPoints)) / 10_000n);
      return discount.maximum === null ? part : Math.min(part, discount.maximum);
    }
    case 'amount':
      return discount.amount;
    default:
      return assertNever(discount);
  }
}

function obstacleOf(offer: Offer, circumstances: DiscountCircumstances): Obstacle | null {
  const { currency, tier, at, locale } = circumstances;
  const early = eligibility(offer, tier, at);
  if (early) return early;
  if (offer.currency !== currency) {
    return {
      reason: 'offer-other-currency',
      message: `The offer ${offer.code} is for prices in ${offer.currency}. Choose another one.`,
    };
  }
  const base = discountBase(offer, circumstances.lines);
  if (base === 0) {
    return {
      reason: 'offer-no-matching-piece',
      message:
        offer.productTypes.length === 0
          ? `The offer ${offer.code} needs a piece in the cart. Add one first.`
          : `The offer ${offer.code} is for ${offer.productTypes.join(', ')}. Add such a piece first.`,
    };
  }
  if (base < offer.minimumSubtotal) {
    const missing = formatMoney({ amount: offer.minimumSubtotal - base, currency }, locale);
    return {
      reason: 'offer-minimum',
      message: `The offer ${offer.code} needs ${missing} more in the cart. Add another piece, or choose another offer.`,
    };
  }
  return null;
}
