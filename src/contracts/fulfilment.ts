import { z } from 'zod';
import { currencyCode, minorUnits } from './money.ts';
import { instant } from './primitives.ts';

/**
 * How what is paid for gets to the shopper: `take-now` leaves with them; `pick-up` is put aside in this shop; `ship-from-shop` goes
 * out from this shop by a fast courier; `ship-home` goes out from here by the ordinary one.
 */
export const fulfilmentMethod = z.enum(['take-now', 'pick-up', 'ship-from-shop', 'ship-home']);
export type FulfilmentMethod = z.infer<typeof fulfilmentMethod>;

export const isShipped = (method: FulfilmentMethod | undefined): boolean =>
  method === 'ship-from-shop' || method === 'ship-home';

interface DeliveryDefaults {
  readonly fee: number;
  readonly freeFrom: number | null;
  readonly fromDays: number;
  readonly toDays: number;
}
const dayCount = z.int().min(0).max(90);

const delivery = ({ fee, freeFrom, fromDays, toDays }: DeliveryDefaults) =>
  z
    .object({
      offered: z.boolean().default(true),
      /** Minor units of the shop's currency. */
      fee: minorUnits.nonnegative().default(fee),
      /** Goods for at least this much, after discounts, are delivered for nothing; null: never. */
      freeFrom: minorUnits.nonnegative().nullable().default(freeFrom),
      /** Calendar days from the payment to the door. */
      fromDays: dayCount.default(fromDays),
      toDays: dayCount.default(toDays),
    })
    .refine((days) => days.fromDays <= days.toDays, 'fromDays must not be later than toDays')
    .prefault({});

/** What a retailer decides about how orders get to shoppers. */
export const fulfilmentPolicy = z.object({
  takeNow: z.object({ offered: z.boolean().default(true) }).prefault({}),
  pickUp: z
    .object({
      offered: z.boolean().default(true),
      /** From the payment until the pieces are put aside. */
      readyMinutes: z
        .int()
        .min(0)
        .max(14 * 24 * 60)
        .default(120),
      /** How long they wait. */
      keptDays: z.int().min(1).max(60).default(5),
    })
    .prefault({}),
  shipFromShop: delivery({ fee: 14_900, freeFrom: null, fromDays: 1, toDays: 2 }),
  shipHome: delivery({ fee: 7_900, freeFrom: 199_900, fromDays: 3, toDays: 5 }),
});
export type FulfilmentPolicy = z.infer<typeof fulfilmentPolicy>;

/** What was chosen for a cart. */
export const chosenFulfilment = z.object({
  method: fulfilmentMethod,
  /** Minor units, in the cart's total. */
  fee: minorUnits.nonnegative(),
  /** When it should be ready or at the door at the latest, were it paid now; null where it is taken along. */
  by: instant.nullable(),
});
export type ChosenFulfilment = z.infer<typeof chosenFulfilment>;

export const fulfilmentOption = z.object({
  method: fulfilmentMethod,
  /** Why it cannot be had now; null where it can. */
  obstacle: z.enum(['cart-empty', 'not-offered', 'not-in-shop', 'not-here']).nullable(),
  fee: minorUnits.nonnegative(),
  currency: currencyCode,
  /** Goods for this much more would be delivered for nothing; null where that makes no difference. */
  freeIn: minorUnits.positive().nullable(),
  from: instant.nullable(),
  by: instant.nullable(),
  chosen: z.boolean(),
});
export type FulfilmentOption = z.infer<typeof fulfilmentOption>;
