import type { Reservation, ReservationView } from '../../contracts/reservation.ts';
import type { ShopTransaction } from '../ports/shop-store.ts';
import { reservationViews } from '../reservations/reservation-view.ts';
import type { ShopParts } from './parts.ts';
import { gatherReservation } from './reservation-facts.ts';

/** Ends the holds whose time is over; gives those that this call ended. */
export function expireDue(parts: ShopParts): Promise<readonly ReservationView[]> {
  return parts.inTurn('expire-due', async () => {
    const { store, environment, operations } = parts;
    const due = await store.read(async (transaction) => {
      const now = environment.now();
      const ending: Reservation[] = [];
      for (const hold of await transaction.reservations.due(now)) {
        if (!(await waitsForPayment(transaction, hold, now - parts.policy.paymentGrace))) ending.push(hold);
      }
      return ending;
    });
    const ended: ReservationView[] = [];
    for (const { sessionId, reservationId } of due) {
      const released = await operations.execute({
        type: 'reservation-released',
        sessionId,
        reservationId,
        state: 'expired',
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
