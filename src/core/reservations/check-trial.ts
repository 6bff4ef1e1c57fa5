import type { Reservation } from '../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { StorePolicy } from '../../contracts/store-policy.ts';

/**
 * Whether a session may have `quantity` more units of a variant put into a fitting room. `trials` are its held trial
 * reservations in this shop. One that covers the wish already is given back: asking twice is not wanting twice.
 */
export function checkTrial(
  trials: readonly Reservation[],
  sku: string,
  quantity: number,
  { unitsOfOnePiece, pieces }: StorePolicy['holds'],
): Result<Reservation | null> {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > unitsOfOnePiece) {
    return fail('invalid', `Reserve 1 to ${unitsOfOnePiece} of one piece at a time.`, {
      reason: 'quantity-out-of-range',
      details: { minimum: 1, maximum: unitsOfOnePiece },
    });
  }
  const same = trials.find((hold) => hold.sku === sku);
  if (same && same.quantity >= quantity) return succeed(same);
  if (same) {
    return fail(
      'conflict',
      `${same.quantity} of this piece waits already (number ${same.number}). Cancel that reservation, then reserve ${quantity}.`,
      {
        reason: 'already-reserved',
        details: { reservationId: same.reservationId, number: same.number, quantity: same.quantity },
      },
    );
  }
  const held = trials.reduce((sum, hold) => sum + hold.quantity, 0);
  if (held + quantity > pieces) {
    return fail(
      'conflict',
      `At most ${pieces} pieces can wait at once, and ${held} do. Cancel one, then reserve this one.`,
      { reason: 'too-many-held', details: { maximum: pieces, held } },
    );
  }
  return succeed(null);
}
