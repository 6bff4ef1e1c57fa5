import { z } from 'zod';

/** What a shopper thinks of an order, or of the visit. */
export const feedback = z.object({
  /** Names it in its session, for ever: the key of the call that gave it. */
  feedbackId: z.string().min(1).max(200),
  /** Null: of the visit. */
  orderNumber: z.string().min(1).max(40).nullable(),
  rating: z.int().min(1).max(5),
  text: z.string().max(1000),
});
export type Feedback = z.infer<typeof feedback>;
