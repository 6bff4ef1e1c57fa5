import { z } from 'zod';
import { chosenFulfilment } from './fulfilment.ts';
import { currencyCode, minorUnits } from './money.ts';
import { bagNote } from './note.ts';
import { handle, instant, sku, storeId, uuid } from './primitives.ts';
import { refundRoute } from './store-policy.ts';

export const orderState = z.enum([
  'placed',
  'packed',
  'shipped',
  'delivered',
  'handed-over',
  'cancelled',
  'return-requested',
  'returned',
  'exchange-requested',
  'exchanged',
]);

/** What a shopper can have changed about an order. */
export const orderChangeType = z.enum(['cancel', 'address', 'items', 'payment', 'return', 'exchange']);
export type OrderChangeType = z.infer<typeof orderChangeType>;

const orderLine = z.object({
  sku,
  handle,
  title: z.string(),
  size: z.string().nullable(),
  colour: z.string().nullable(),
  quantity: z.int().positive(),
  unitPrice: minorUnits,
});
export type OrderLine = z.infer<typeof orderLine>;

/** What the shop waits for before it gives money back or counts pieces as its own again. */
export const takingBack = z.object({
  items: z.array(z.object({ sku, quantity: z.int().positive() })).readonly(),
  /** Of an exchange: the lines that stand in their place. */
  replacements: z.array(orderLine).readonly(),
  /** Minor units, given back once the pieces are. */
  refund: minorUnits.nonnegative(),
  route: refundRoute,
});

export const order = z.object({
  orderId: uuid,
  /** What the shopper reads out, e.g. `MG-10482`. */
  number: z.string(),
  state: orderState,
  storeId: storeId.nullable(),
  placedAt: instant,
  lines: z.array(orderLine).readonly(),
  /** What workers noted about its pieces, for whoever packs it; absent in what older versions wrote. */
  notes: z.array(bagNote).readonly().default([]),
  subtotal: minorUnits,
  discount: minorUnits,
  /** Its fee is in the total; absent where none was chosen. */
  fulfilment: chosenFulfilment.omit({ by: true }).optional(),
  total: minorUnits,
  currency: currencyCode,
  /** Oldest first; `change`: what the shopper had changed. */
  events: z
    .array(z.object({ at: instant, state: orderState, note: z.string(), change: orderChangeType.optional() }))
    .readonly(),
  /** Counts the shopper's changes; absent before the first. */
  revision: z.int().positive().optional(),
  /** Pieces that a return or an exchange waits for. */
  takingBack: takingBack.optional(),
  expectedAt: instant.nullable(),
});
export type Order = z.infer<typeof order>;
