import { z } from 'zod';
import { chosenFulfilment } from './fulfilment.ts';
import { currencyCode, minorUnits } from './money.ts';
import { handle, instant, sku, storeId, uuid } from './primitives.ts';

export const orderState = z.enum([
  'placed',
  'packed',
  'shipped',
  'delivered',
  'handed-over',
  'cancelled',
  'returned',
]);

export const order = z.object({
  orderId: uuid,
  /** What the shopper reads out, e.g. `MG-10482`. */
  number: z.string(),
  state: orderState,
  storeId: storeId.nullable(),
  placedAt: instant,
  lines: z
    .array(
      z.object({
        sku,
        handle,
        title: z.string(),
        size: z.string().nullable(),
        colour: z.string().nullable(),
        quantity: z.int().positive(),
        unitPrice: minorUnits,
      }),
    )
    .readonly(),
  subtotal: minorUnits,
  discount: minorUnits,
  /** Its fee is in the total; absent where none was chosen. */
  fulfilment: chosenFulfilment.omit({ by: true }).optional(),
  total: minorUnits,
  currency: currencyCode,
  /** Oldest first. */
  events: z.array(z.object({ at: instant, state: orderState, note: z.string() })).readonly(),
  expectedAt: instant.nullable(),
});
export type Order = z.infer<typeof order>;
