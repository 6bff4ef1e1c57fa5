import type { Result } from '../../../src/contracts/result.ts';
import { oneVariant } from '../../../src/workers/shared/choice.ts';
import type { Dialogue, StartPiece } from '../form.ts';
import type { OpenedShop } from '../shop/open-shop.ts';

/** Brings a fresh session to where a dialogue begins, by the shop's own services. */
export async function begin({ id, start }: Dialogue, { shop, actor }: OpenedShop): Promise<void> {
  const must = <T>(result: Result<T>): T => {
    if (!result.ok) throw new Error(`${id} cannot begin: ${result.failure.message}`);
    return result.value;
  };
  const skuOf = async ({ quantity: _units, ...choice }: StartPiece): Promise<string> =>
    must(await oneVariant(shop, choice)).variant.sku;
  if (start.preferences) must(await shop.sessions.setPreferences(actor, start.preferences));
  for (const piece of start.cart) {
    must(await shop.carts.setLine(actor, await skuOf(piece), piece.quantity));
  }
  for (const piece of start.tryOn) {
    must(await shop.holds.reserveForTrial(actor, await skuOf(piece), piece.quantity));
  }
  if (start.offer !== undefined) must(await shop.carts.applyOffer(actor, start.offer));
  if (start.payment) must(await shop.payments.create(actor));
}
