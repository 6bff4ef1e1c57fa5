import { z } from 'zod';
import { handle, instant, sku, storeId, uuid } from './primitives.ts';

/** `trial` waits in a fitting room; `checkout` covers a cart line while its payment link is open. */
export const reservationKind = z.enum(['trial', 'checkout']);
export const reservationState = z.enum(['held', 'cancelled', 'expired', 'bought']);

export const reservation = z.object({
  reservationId: uuid,
  kind: reservationKind,
  state: reservationState,
  /** Short number that shopper and associate say to one another; unique per store and day. */
  number: z.int().positive(),
  sessionId: uuid,
  storeId,
  sku,
  quantity: z.int().positive(),
  fittingRoom: z.int().positive().nullable(),
  createdAt: instant,
  expiresAt: instant,
});
export type Reservation = z.infer<typeof reservation>;

/** A reservation as a screen shows it. */
export const reservationView = reservation.extend({
  handle,
  title: z.string(),
  size: z.string().nullable(),
  colour: z.string().nullable(),
  image: z.string().nullable(),
  location: z.string().nullable(),
});
export type ReservationView = z.infer<typeof reservationView>;
