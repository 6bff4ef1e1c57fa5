import type { Reservation, ReservationView } from '../../contracts/reservation.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import type { StockPosition } from '../ports/shop-store.ts';
import { type ReservationFacts, reservationViews } from '../reservations/reservation-view.ts';
import type { ShopParts } from './parts.ts';

/** All reservations of a session, ended ones included, with what their views need. */
export async function gatherReservations(
  parts: Pick<ShopParts, 'store' | 'catalogue'>,
  sessionId: string,
): Promise<ReservationFacts> {
  return gatherFacts(parts, (reservations) => reservations.ofSession(sessionId));
}

/** One reservation, or none. */
export async function gatherReservation(
  parts: Pick<ShopParts, 'store' | 'catalogue'>,
  reservationId: string,
): Promise<ReservationFacts> {
  return gatherFacts(parts, async (reservations) => {
    const found = await reservations.find(reservationId);
    return found ? [found] : [];
  });
}

/** One that is known to be there. */
export async function viewOf(
  parts: Pick<ShopParts, 'store' | 'catalogue'>,
  reservationId: string,
): Promise<Result<ReservationView>> {
  const [view] = reservationViews(await gatherReservation(parts, reservationId));
  if (!view) throw new Error(`Reservation ${reservationId} is gone right after it was written`);
  return succeed(view);
}

async function gatherFacts(
  { store, catalogue }: Pick<ShopParts, 'store' | 'catalogue'>,
  read: (
    reservations: Parameters<Parameters<typeof store.read>[0]>[0]['reservations'],
  ) => Promise<readonly Reservation[]>,
): Promise<ReservationFacts> {
  const { reservations, positions } = await store.read(async (transaction) => {
    const found = await read(transaction.reservations);
    const rows: StockPosition[] = [];
    for (const storeId of new Set(found.map((one) => one.storeId))) {
      const skus = found.filter((one) => one.storeId === storeId).map((one) => one.sku);
      rows.push(...(await transaction.stock.positions(storeId, [...new Set(skus)])));
    }
    return { reservations: found, positions: rows };
  });
  const variants = await catalogue.variants([...new Set(reservations.map((one) => one.sku))]);
  const products = await catalogue.products([...new Set(variants.map((variant) => variant.handle))]);
  return { reservations, positions, variants, products };
}
