import { isActive, type ReservationView } from '../../contracts/reservation.ts';

/** Pieces waiting in a fitting room; units that only cover an open payment are none of the shopper's concern. */
export const heldForTrial = (reservations: readonly ReservationView[]): readonly ReservationView[] =>
  reservations.filter((each) => each.kind === 'trial' && isActive(each));
