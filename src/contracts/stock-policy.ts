import { z } from 'zod';
import { sku, storeId } from './primitives.ts';

const units = z.int().min(0).max(1000);

/** What a retailer decides about promising stock. */
export const stockPolicy = z.object({
  /**
   * Hours that a kiosk may go on promising without a word from the hub, and that its unsold units stay out of everyone else's
   * reach when it never comes back.
   */
  leaseHours: z
    .int()
    .min(1)
    .max(24 * 30)
    .default(72),
  /** Who may promise pieces of which there are too few to share: the hub, or the shop's first kiosk, also without the network. */
  scarce: z.enum(['hub', 'lead']).default('hub'),
  /** Units held back from promises, for counting errors and pieces that lie about. The most particular rule counts. */
  safety: z
    .object({
      units: units.default(0),
      byStore: z.record(storeId, units).default({}),
      byProductType: z.record(z.string(), units).default({}),
      bySku: z.record(sku, units).default({}),
    })
    .prefault({}),
});
export type StockPolicy = z.infer<typeof stockPolicy>;

export const defaultStockPolicy: StockPolicy = stockPolicy.parse({});
