import { maximumLineQuantity } from '../../contracts/primitives.ts';
import type { Reservation } from '../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';

/** A shop's day: no hold outlives it, whatever a device's policy says. */
export const longestHoldMilliseconds = 24 * 60 * 60 * 1000;

/** What must be true of a new reservation whoever made it; stock is looked at elsewhere. */
export function checkReservation(reservation: Reservation, sessionId: string): Result<void> {
  if (reservation.sessionId !== sessionId) {
    return fail('denied', 'A reservation can be made for its own session only.', {
      reason: 'reservation-foreign',
    });
  }
  if (reservation.state !== 'requested' || reservation.pickedAt !== null) {
    return fail('invalid', 'A new reservation begins as requested.', { reason: 'reservation-not-new' });
  }
  const { quantity } = reservation;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > maximumLineQuantity) {
    return fail('invalid', `Reserve a whole number of pieces, from 1 to ${maximumLineQuantity}.`, {
      reason: 'quantity-out-of-range',
      details: { minimum: 1, maximum: maximumLineQuantity },
    });
  }
  const lasts = Date.parse(reservation.expiresAt) - Date.parse(reservation.createdAt);
  if (!(lasts > 0 && lasts <= longestHoldMilliseconds)) {
    return fail('invalid', 'A reservation must end after it begins, and within a day.', {
      reason: 'expiry-out-of-range',
    });
  }
  return succeed(undefined);
}
