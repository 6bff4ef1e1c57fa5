import type { Product, Variant } from '../../contracts/catalogue.ts';
import type { Reservation, ReservationView } from '../../contracts/reservation.ts';
import type { StockPosition } from '../ports/shop-store.ts';

export interface ReservationFacts {
  readonly reservations: readonly Reservation[];
  readonly variants: readonly Variant[];
  readonly products: readonly Product[];
  /** Of any shop. */
  readonly positions: readonly StockPosition[];
}

/** Newest first. A hold on a piece that is no longer in the catalogue shows its SKU: it still waits in the room. */
export function reservationViews(facts: ReservationFacts): readonly ReservationView[] {
  return facts.reservations
    .map((reservation) => {
      const variant = facts.variants.find(({ sku }) => sku === reservation.sku);
      const product = variant && facts.products.find(({ handle }) => handle === variant.handle);
      const position = facts.positions.find(
        ({ sku, storeId }) => sku === reservation.sku && storeId === reservation.storeId,
      );
      return {
        ...reservation,
        handle: product?.handle ?? variant?.handle ?? reservation.sku,
        title: product?.title ?? reservation.sku,
        size: variant?.size ?? null,
        colour: variant?.colour ?? null,
        image: variant?.image ?? product?.images[0]?.source ?? null,
        location: position?.location ?? null,
      };
    })
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.number - a.number);
}
