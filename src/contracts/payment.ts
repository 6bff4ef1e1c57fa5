import { z } from 'zod';
import { currencyCode, minorUnits } from './money.ts';
import { instant, uuid } from './primitives.ts';

export const paymentState = z.enum(['open', 'paid', 'expired', 'cancelled']);

export const payment = z.object({
  paymentId: uuid,
  sessionId: uuid,
  state: paymentState,
  /** What the shopper owes: cart total when the link was made. A changed cart cancels the link. */
  amount: minorUnits.positive(),
  currency: currencyCode,
  /** Where the phone pays; short enough to be read out. */
  url: z.string(),
  pieces: z.int().positive(),
  discount: minorUnits.nonnegative(),
  /** For the delivery, in the amount; absent where there is none. */
  fee: minorUnits.positive().optional(),
  createdAt: instant,
  expiresAt: instant,
  paidAt: instant.nullable(),
  orderNumber: z.string().nullable(),
});
export type Payment = z.infer<typeof payment>;
