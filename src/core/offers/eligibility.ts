import type { Offer, Tier } from '../../contracts/offer.ts';

/** Why an offer does not apply: a stable word, and a sentence for the shopper. */
export interface Obstacle {
  readonly reason:
    | 'offer-not-yet-valid'
    | 'offer-expired'
    | 'offer-for-members'
    | 'offer-minimum'
    | 'offer-no-matching-piece'
    | 'offer-other-currency';
  readonly message: string;
}

/** What can be told without the cart: validity (`validUntil` is the first instant at which it is over) and tier. */
export function eligibility(offer: Offer, tier: Tier, at: number): Obstacle | null {
  if (at < Date.parse(offer.validFrom)) {
    return {
      reason: 'offer-not-yet-valid',
      message: `The offer ${offer.code} has not begun yet. Choose another one.`,
    };
  }
  if (at >= Date.parse(offer.validUntil)) {
    return { reason: 'offer-expired', message: `The offer ${offer.code} is over. Choose another one.` };
  }
  if (offer.tiers.length > 0 && !offer.tiers.includes(tier)) {
    return {
      reason: 'offer-for-members',
      message: `The offer ${offer.code} is for ${offer.tiers.join(' and ')} members. Sign in with your phone if you are one, or choose another offer.`,
    };
  }
  return null;
}
