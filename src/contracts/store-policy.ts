import { z } from 'zod';
import { fulfilmentPolicy } from './fulfilment.ts';
import { currencyCode } from './money.ts';
import { pointsPolicy } from './points.ts';

const minutes = z
  .int()
  .min(1)
  .max(24 * 60);
const days = z.int().min(0).max(3650);
/** Since the order was placed; null: as long as its state allows it. */
const hours = z
  .int()
  .min(1)
  .max(24 * 365)
  .nullable()
  .default(null);

/** Before anything has left the shop. */
const pendingState = z.enum(['placed', 'packed']);

/** `original`: to whatever was paid with. */
export const refundRoute = z.enum(['original', 'gift-card']);
export type RefundRoute = z.infer<typeof refundRoute>;

/** What a retailer decides about holds, discounts and orders; shown to shoppers, and enforced whatever anybody says. */
export const storePolicy = z.object({
  /** Of an empty cart; a filled one has its products' currency. */
  currency: currencyCode.default('INR'),
  holds: z
    .object({
      /** How long pieces wait in a fitting room. */
      trialMinutes: minutes.default(20),
      /** How much time a shopper has with a piece, from the moment it is handed over. */
      tryOnMinutes: minutes.default(30),
      /** How long a piece can be on trial in all, however often a shopper asks for more time. */
      longestTrialMinutes: minutes.default(90),
      /** How long a piece waits in another shop, for a shopper who is on the way. */
      elsewhereMinutes: minutes.default(120),
      /** How long a payment link can be paid. */
      paymentMinutes: minutes.default(15),
      /** How much longer the units of an open link stay held, so that a payment in the last second still finds them. */
      paymentGraceMinutes: minutes.default(2),
      /** Units of one variant that can wait for trial at once. */
      unitsOfOnePiece: z.int().min(1).max(50).default(3),
      /** Units that one session can have waiting for trial at once. */
      pieces: z.int().min(1).max(200).default(6),
    })
    .prefault({}),
  offers: z
    .object({
      /** Offers never stack. */
      perBag: z.literal(1).default(1),
    })
    .prefault({}),
  /** How points pay a part of a bag; null: this shop takes none. */
  points: pointsPolicy.nullable().prefault({}),
  /** How a paid bag gets to the shopper, what that costs and how long it takes. */
  fulfilment: fulfilmentPolicy.prefault({}),
  /** Messages that a piece is back in stock. */
  stockAlerts: z
    .object({
      /** How long someone waits to hear of a piece. */
      days: z.int().min(1).max(365).default(30),
      /** Pieces that one customer can wait for at once; of more, those whose time ends first are forgotten. */
      pieces: z.int().min(1).max(200).default(20),
    })
    .prefault({}),
  /** States without which there is nothing to list: an empty list allows it never. */
  cancellations: z
    .object({ states: z.array(pendingState).readonly().default(['placed', 'packed']), hours })
    .prefault({}),
  /** Of address, items or payment of an order. */
  changes: z.object({ states: z.array(pendingState).readonly().default(['placed']), hours }).prefault({}),
  returns: z
    .object({
      /** From the day it was delivered or handed over; 0: never. */
      days: days.default(30),
      refunds: z.array(refundRoute).readonly().default(['original', 'gift-card']),
    })
    .prefault({}),
  /** Days as of returns. */
  exchanges: z.object({ days: days.default(30) }).prefault({}),
});
export type StorePolicy = z.infer<typeof storePolicy>;

export const defaultStorePolicy: StorePolicy = storePolicy.parse({});
