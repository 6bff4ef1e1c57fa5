import { z } from 'zod';
import { handle, instant, lineQuantity, sku, storeId, uuid } from './primitives.ts';

/** `trial` waits in a fitting room; `checkout` covers a cart line while its payment link is open. */
export const reservationKind = z.enum(['trial', 'checkout']);

/**
 * `requested` (promised; an associate has yet to take it off the rail) → `picked` → `handed-over` (with the shopper) →
 * `bought` or `returned` (back on the shelf). `cancelled` and `expired` end any of the first three; a piece that was
 * picked by then still waits to be put back, which `pickedAt` tells.
 */
export const reservationState = z.enum([
  'requested',
  'picked',
  'handed-over',
  'bought',
  'returned',
  'cancelled',
  'expired',
]);
export type ReservationState = z.infer<typeof reservationState>;

/** States in which the units are promised. */
export const activeStates = ['requested', 'picked', 'handed-over'] as const satisfies ReservationState[];
export const isActive = ({ state }: { readonly state: ReservationState }): boolean =>
  (activeStates as readonly ReservationState[]).includes(state);

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
  /** When an associate took the piece off the rail; null until then. It stays when the hold ends. */
  pickedAt: instant.nullable(),
  /** The trial that this one is another size for; the associate who brings it takes that one back. */
  replaces: uuid.optional(),
});
export type Reservation = z.infer<typeof reservation>;

/** A wish for a piece of another shop than the one that the shopper is in. */
export const elsewhereHold = z.object({
  /** Chosen by whoever asks. */
  reservationId: uuid,
  sessionId: uuid,
  storeId,
  sku,
  quantity: lineQuantity.min(1),
});
export type ElsewhereHold = z.infer<typeof elsewhereHold>;

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
