import type { Offer } from '../../contracts/offer.ts';

/** By code, without case and surrounding blanks: people type it. */
export function findOffer(offers: readonly Offer[], code: string): Offer | undefined {
  const wanted = code.trim().toUpperCase();
  return offers.find((offer) => offer.code.toUpperCase() === wanted);
}
