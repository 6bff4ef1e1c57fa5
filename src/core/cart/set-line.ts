import { maximumLineQuantity } from '../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { CartLine } from '../../contracts/session.ts';

/** As many lines as a hand-over capsule can carry. */
export const maximumCartLines = 30;

/** `quantity` is absolute; 0 removes. A line keeps its place, a new one goes to the end. */
export function setCartLine(
  cart: readonly CartLine[],
  sku: string,
  quantity: number,
): Result<readonly CartLine[]> {
  if (!Number.isInteger(quantity) || quantity < 0 || quantity > maximumLineQuantity) {
    return fail(
      'invalid',
      `The quantity must be a whole number from 0 (removes the piece) to ${maximumLineQuantity}.`,
      { reason: 'quantity-out-of-range', details: { minimum: 0, maximum: maximumLineQuantity } },
    );
  }
  if (quantity === 0) return succeed(cart.filter((line) => line.sku !== sku));
  if (cart.some((line) => line.sku === sku)) {
    return succeed(cart.map((line) => (line.sku === sku ? { sku, quantity } : line)));
  }
  if (cart.length >= maximumCartLines) {
    return fail(
      'invalid',
      `The cart holds at most ${maximumCartLines} different pieces. Take one out, then add this one.`,
      { reason: 'cart-full', details: { maximum: maximumCartLines } },
    );
  }
  return succeed([...cart, { sku, quantity }]);
}
