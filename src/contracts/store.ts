import { z } from 'zod';
import { instant, sku, storeId } from './primitives.ts';

/** Minutes after local midnight; `null` when closed that day. */
const openingHours = z
  .object({ opens: z.int().min(0).max(1440), closes: z.int().min(0).max(1440) })
  .nullable();

export const store = z.object({
  storeId,
  name: z.string(),
  address: z.string(),
  city: z.string(),
  phone: z.string(),
  /** WGS 84 degrees. */
  position: z.object({ latitude: z.number(), longitude: z.number() }),
  /** IANA name, e.g. `Asia/Kolkata`. */
  timeZone: z.string(),
  /** Monday first. */
  hours: z.array(openingHours).length(7).readonly(),
  fittingRooms: z.int().nonnegative(),
});
export type Store = z.infer<typeof store>;

/** Stock of one variant in one shop, as a shopper may be told it. */
export const stockFigure = z.object({
  storeId,
  sku,
  /** Units that can be promised now: on hand less reserved less safety stock, never negative. */
  available: z.int().nonnegative(),
  /** Rail or shelf, e.g. `Rail B4`; null where unknown. */
  location: z.string().nullable(),
  /** When the figure was true at its source. */
  asOf: instant,
});
export type StockFigure = z.infer<typeof stockFigure>;

export const nearbyStock = z.object({
  store,
  available: z.int().nonnegative(),
  location: z.string().nullable(),
  asOf: instant,
  distanceMetres: z.int().nonnegative(),
  /** Minutes after local midnight at which it closes today, or null when it is closed now. */
  openUntil: z.int().nullable(),
});
export type NearbyStock = z.infer<typeof nearbyStock>;
