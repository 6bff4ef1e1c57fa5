import { isActive, type Reservation, type ReservationView } from '../../contracts/reservation.ts';
import { fail, succeed } from '../../contracts/result.ts';
import type { ShopTransaction } from '../ports/shop-store.ts';
import { reservationViews } from '../reservations/reservation-view.ts';
import type { ShopParts } from './parts.ts';
import { holdTimes } from './policy.ts';
import { gatherReservation } from './reservation-facts.ts';

/** Ends the holds whose time is over; gives those that this call ended. */
export function expireDue(parts: ShopParts): Promise<readonly ReservationView[]> {
  return parts.inTurn('expire-due', async () => {
    const { store, environment, operations } = parts;
    const due = await store.read(async (transaction) => {
      const now = environment.now();
      const { paymentGrace } = holdTimes(await transaction.policy());
      const ending: Reservation[] = [];
      for (const hold of await transaction.reservations.due(now)) {
        if (!(await waitsForPayment(transaction, hold, now - paymentGrace))) ending.push(hold);
      }
      return ending;
    });
    const ended: ReservationView[] = [];
    for (const { sessionId, reservationId, expiresAt } of due) {
      const released = await operations.executeDraft(async (transaction) => {
        // An associate may have handed the piece over since, or the shopper asked for a link.
        const hold = await transaction.reservations.find(reservationId);
        const { paymentGrace } = holdTimes(await transaction.policy());
        const goesOn =
          hold === undefined ||
          !isActive(hold) ||
          hold.expiresAt !== expiresAt ||
          (await waitsForPayment(transaction, hold, environment.now() - paymentGrace));
        if (goesOn) return fail('conflict', 'This hold is not over.', { reason: 'reservation-not-due' });
        return succeed({
          type: 'reservation-released' as const,
          sessionId,
          reservationId,
          state: 'expired' as const,
        });
      });
      if (!released.ok) continue;
      const views = reservationViews(await gatherReservation(parts, reservationId));
      ended.push(...views.filter((view) => view.state === 'expired'));
    }
    return ended;
  });
}

/** A trial hold that an open link counts on stays until the link is over: paid pieces must be there. */
async function waitsForPayment(
  transaction: ShopTransaction,
  hold: Reservation,
  until: number,
): Promise<boolean> {
  const payment = await transaction.sessions.payment(hold.sessionId);
  return payment?.state === 'open' && Date.parse(payment.expiresAt) > until;
}
