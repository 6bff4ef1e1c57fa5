import { z } from 'zod';
import { currencyCode, minorUnits } from './money.ts';
import { instant } from './primitives.ts';

export const tier = z.enum(['none', 'silver', 'gold', 'platinum']);
export type Tier = z.infer<typeof tier>;

/** A discount on the whole cart. At most one applies: the shop's policy does not stack. */
export const offer = z.object({
  /** What the shopper types, e.g. `FESTIVE500`; compared without case. */
  code: z.string().min(1).max(40),
  title: z.string(),
  description: z.string(),
  discount: z.discriminatedUnion('type', [
    /** Basis points of the subtotal (1000 = 10 %), rounded down to the minor unit, at most `maximum`. */
    z.object({
      type: z.literal('percentage'),
      basisPoints: z.int().min(1).max(10_000),
      maximum: minorUnits.nullable(),
    }),
    z.object({ type: z.literal('amount'), amount: minorUnits.positive() }),
  ]),
  minimumSubtotal: minorUnits.nonnegative(),
  /** Tiers that may use it; empty means everyone. */
  tiers: z.array(tier).readonly(),
  /** Only these departments or product types count towards it; empty means all. */
  productTypes: z.array(z.string()).readonly(),
  currency: currencyCode,
  validFrom: instant,
  validUntil: instant,
});
export type Offer = z.infer<typeof offer>;

export const loyalty = z.object({
  tier,
  points: z.int().nonnegative(),
  /** Points to the next tier, or null at the top. */
  pointsToNextTier: z.int().nonnegative().nullable(),
  nextTier: tier.nullable(),
});
export type Loyalty = z.infer<typeof loyalty>;
