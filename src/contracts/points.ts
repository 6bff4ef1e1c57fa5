import { z } from 'zod';
import { minorUnits } from './money.ts';

/** Points that a shopper may ask for at once: a typing error lies beyond. */
export const maximumPoints = 1_000_000_000;
export const pointCount = z.int().min(0).max(maximumPoints);

/** What a retailer decides about points that pay a part of a bag. Those of a cancelled order come back, those of returned pieces do not. */
export const pointsPolicy = z.object({
  /** Of one point, in minor units of the shop's currency. */
  worth: minorUnits.min(1).max(100_000).default(25),
  /** Fewer are not redeemed. */
  leastPoints: z.int().min(1).max(1_000_000).default(100),
  /** Of the pieces after the offer's discount (10 000 is all); something is always left to pay. */
  mostBasisPoints: z.int().min(1).max(9_999).default(5_000),
});
export type PointsPolicy = z.infer<typeof pointsPolicy>;

/** Points that pay for pieces, and what they take off, in minor units. */
export const redeemedPoints = z.object({ points: pointCount, worth: minorUnits.nonnegative() });
export type RedeemedPoints = z.infer<typeof redeemedPoints>;

/** Of a bag: none are redeemed where they do not apply right now. */
export const bagPoints = redeemedPoints.extend({
  /** What the shopper asked for. */
  pointsWanted: pointCount.min(1),
  /** Of theirs, once the bag is paid. */
  pointsLeft: z.int().nonnegative(),
});
export type BagPoints = z.infer<typeof bagPoints>;
