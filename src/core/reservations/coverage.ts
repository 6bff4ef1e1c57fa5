import { isActive, type Reservation } from '../../contracts/reservation.ts';
import type { CartLine } from '../../contracts/session.ts';

/** Units of a variant that these reservations hold in one shop. */
export function heldUnits(reservations: readonly Reservation[], storeId: string, sku: string): number {
  return reservations
    .filter((one) => isActive(one) && one.storeId === storeId && one.sku === sku)
    .reduce((sum, one) => sum + one.quantity, 0);
}

/** What is missing for a cart to be covered by holds, and what is held for checkout without need. */
export interface Coverage {
  readonly missing: readonly CartLine[];
  /** Checkout holds to give back first; `missing` counts without them. */
  readonly surplus: readonly Reservation[];
}

/**
 * Compares a cart with its session's holds in one shop. Trial holds count first: they exist anyway, and do not expire
 * while a link is open. Checkout holds that fit the rest and last until the link's end (`until`, milliseconds
 * since 1970) stay, the others are surplus.
 */
export function coverage(
  cart: readonly CartLine[],
  reservations: readonly Reservation[],
  storeId: string,
  until: number,
): Coverage {
  const here = reservations.filter((one) => isActive(one) && one.storeId === storeId);
  const need = new Map(cart.map(({ sku, quantity }) => [sku, quantity]));
  const surplus: Reservation[] = [];
  for (const hold of here.filter((one) => one.kind === 'trial')) {
    need.set(hold.sku, Math.max(0, (need.get(hold.sku) ?? 0) - hold.quantity));
  }
  for (const hold of here.filter((one) => one.kind === 'checkout')) {
    const left = need.get(hold.sku) ?? 0;
    if (hold.quantity <= left && Date.parse(hold.expiresAt) >= until) {
      need.set(hold.sku, left - hold.quantity);
    } else {
      surplus.push(hold);
    }
  }
  const missing = cart
    .map(({ sku }) => ({ sku, quantity: need.get(sku) ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
  return { missing, surplus };
}
