import { z } from 'zod';
import { address } from './address.ts';
import { currencyCode, minorUnits } from './money.ts';
import { order } from './order.ts';
import { payment } from './payment.ts';
import { lineQuantity, sku, uuid } from './primitives.ts';
import { refundRoute } from './store-policy.ts';

export const cancelReason = z.enum([
  'ordered-by-mistake',
  'no-longer-needed',
  'takes-too-long',
  'found-cheaper',
  'other',
]);
export type CancelReason = z.infer<typeof cancelReason>;

const quantity = lineQuantity.min(1);

/** One piece of an order for another variant of the same product. */
const swap = z.object({ sku, newSku: sku, quantity: quantity.optional() });
export type Swap = z.infer<typeof swap>;

const items = <T extends z.ZodType>(item: T) => z.array(item).min(1).max(50).readonly();

export const orderChange = z.discriminatedUnion('type', [
  z.object({ type: z.literal('cancel'), reason: cancelReason }),
  z.object({ type: z.literal('address'), address }),
  /** Without a quantity: all pieces of the line. */
  z.object({ type: z.literal('items'), items: items(swap) }),
  /** Pays anew, and gives back what was paid before. */
  z.object({ type: z.literal('payment') }),
  z.object({
    type: z.literal('return'),
    items: items(z.object({ sku, quantity: quantity.optional() })),
    refund: refundRoute,
  }),
  z.object({ type: z.literal('exchange'), items: items(swap) }),
]);
export type OrderChange = z.infer<typeof orderChange>;

export const orderChangeRequest = z.object({
  /** Same key, same effect, once. */
  key: z.string().min(1).max(200),
  sessionId: uuid,
  orderNumber: z.string().min(1).max(40),
  /** Of the order, as the shopper saw it; 0 before the first change. */
  revision: z.int().nonnegative(),
  /** Minor units that the shopper was told: a hub that comes to others refuses. */
  expected: z.object({ owed: minorUnits, refund: minorUnits }),
  change: orderChange,
});
export type OrderChangeRequest = z.infer<typeof orderChangeRequest>;

export const orderChangeOutcome = z.object({
  order,
  /** Money that goes back: now, or once the shop has the pieces. */
  refund: z
    .object({
      amount: minorUnits.positive(),
      currency: currencyCode,
      route: refundRoute,
      due: z.enum(['now', 'on-return']),
    })
    .nullable(),
  /** To be paid first: until then the order stays as it was. */
  payment: payment.nullable(),
});
export type OrderChangeOutcome = z.infer<typeof orderChangeOutcome>;
