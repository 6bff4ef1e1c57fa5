import { z } from 'zod';
import { card } from './card.ts';
import { chosenFulfilment, fulfilmentMethod } from './fulfilment.ts';
import { currencyCode, minorUnits } from './money.ts';
import { bagNote, sessionNote } from './note.ts';
import { loyalty, offer } from './offer.ts';
import { order } from './order.ts';
import { payment } from './payment.ts';
import { plan } from './plan.ts';
import { channel, handle, instant, language, lineQuantity, sku, storeId, uuid } from './primitives.ts';
import { reservation, reservationView } from './reservation.ts';

export const cartLine = z.object({ sku, quantity: lineQuantity.min(1) });
export type CartLine = z.infer<typeof cartLine>;

export const chatMessage = z.object({
  messageId: uuid,
  role: z.enum(['shopper', 'agent', 'associate']),
  text: z.string().max(4000),
  cards: z.array(card).readonly(),
  channel,
  at: instant,
});
export type ChatMessage = z.infer<typeof chatMessage>;

/** What the shopper told us about themselves, by hand or in words. */
export const preferences = z.object({
  department: z.string().optional(),
  /** Usual size by product type or family, e.g. `{ Kurta: 'M' }`. */
  sizes: z.record(z.string(), z.string()),
  colours: z.array(z.string()).readonly(),
  occasion: z.string().optional(),
  /** Minor units. */
  budget: minorUnits.optional(),
});
export type Preferences = z.infer<typeof preferences>;

/** What a kiosk may know of a customer: enough to greet and to price, too little to identify. */
export const customerGlimpse = z.object({
  /** First letter of the first name. */
  initial: z.string().max(2),
  loyalty,
});
export type CustomerGlimpse = z.infer<typeof customerGlimpse>;

export const session = z.object({
  sessionId: uuid,
  language,
  /** How this session came to where it is. `capsule` grants a cart and nothing else until the hub is heard. */
  trust: z.enum(['guest', 'capsule', 'restored']),
  customer: customerGlimpse.nullable(),
  preferences,
  cart: z.array(cartLine).readonly(),
  /** What workers keep of it; absent in what older versions send. */
  notes: z.array(sessionNote).readonly().default([]),
  /** The latest goal of several steps, however far it is; absent in what older versions send. */
  plan: plan.nullable().default(null),
  /** Code of the offer that the shopper applied, or null. */
  offerCode: z.string().nullable(),
  /** How the bag gets to the shopper; absent while they have not said. Where to is never a kiosk's to know. */
  fulfilment: fulfilmentMethod.optional(),
  startedAt: instant,
  endedAt: instant.nullable(),
});
export type Session = z.infer<typeof session>;

/** Everything that follows a shopper onto a kiosk; the answer to a redeemed QR or one-time code. */
export const sessionSnapshot = z.object({
  session,
  messages: z.array(chatMessage).readonly(),
  reservations: z.array(reservation).readonly(),
  orders: z.array(order).readonly(),
  payment: payment.nullable(),
});
export type SessionSnapshot = z.infer<typeof sessionSnapshot>;

/** A cart as priced here and now; all amounts in minor units of one currency, taxes included. */
export const cartView = z.object({
  lines: z
    .array(
      z.object({
        sku,
        handle,
        title: z.string(),
        size: z.string().nullable(),
        colour: z.string().nullable(),
        image: z.string().nullable(),
        quantity: z.int().positive(),
        unitPrice: minorUnits,
        lineTotal: minorUnits,
        availableHere: z.int(),
        location: z.string().nullable(),
      }),
    )
    .readonly(),
  pieces: z.int(),
  subtotal: minorUnits,
  offer: offer.nullable(),
  discount: minorUnits,
  /** Its fee is in the total; absent while nothing was chosen. */
  fulfilment: chosenFulfilment.optional(),
  total: minorUnits,
  currency: currencyCode,
});
export type CartView = z.infer<typeof cartView>;

/** What a screen shows of the running session. */
export const sessionView = z.object({
  sessionId: uuid,
  storeId,
  language,
  trust: session.shape.trust,
  customer: customerGlimpse.nullable(),
  preferences,
  cart: cartView,
  /** About pieces of the cart. */
  notes: z.array(bagNote).readonly(),
  plan: plan.nullable(),
  messages: z.array(chatMessage).readonly(),
  reservations: z.array(reservationView).readonly(),
  payment: payment.nullable(),
});
export type SessionView = z.infer<typeof sessionView>;
