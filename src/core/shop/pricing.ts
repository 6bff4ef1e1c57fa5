import { type Result, succeed } from '../../contracts/result.ts';
import type { CartLine } from '../../contracts/session.ts';
import type { Pricing } from '../cart/cart-view.ts';
import { setCartLine } from '../cart/set-line.ts';
import { findOffer } from '../offers/find-offer.ts';
import { knownCustomer } from '../session/known-customer.ts';
import { openSession } from '../session/open-session.ts';
import type { Actor } from '../shop.ts';
import type { ShopParts } from './parts.ts';

/** Everything that the price of the actor's cart depends on, as it is now, or would be with another line. */
export async function gatherPricing(
  parts: ShopParts,
  actor: Actor,
  instead?: CartLine,
): Promise<Result<Pricing>> {
  const { store, catalogue, environment } = parts;
  const found = await store.read(async (transaction) => {
    const session = await openSession(transaction, actor.sessionId);
    if (!session.ok) return session;
    const { offerCode, fulfilment: method } = session.value;
    const { currency, fulfilment: policy } = await transaction.policy();
    const changed = instead && setCartLine(session.value.cart, instead.sku, instead.quantity);
    if (changed && !changed.ok) return changed;
    const cart = changed ? changed.value : session.value.cart;
    return succeed({
      cart,
      currency,
      ...(method && { fulfilment: { method, policy } }),
      offer: offerCode === null ? undefined : findOffer(await transaction.offers(), offerCode),
      tier: knownCustomer(session.value)?.loyalty.tier ?? ('none' as const),
      positions: await transaction.stock.positions(
        actor.storeId,
        cart.map((line) => line.sku),
      ),
      reservations: await transaction.reservations.ofSession(actor.sessionId),
    });
  });
  if (!found.ok) return found;
  const variants = await catalogue.variants(found.value.cart.map((line) => line.sku));
  const products = await catalogue.products([...new Set(variants.map((variant) => variant.handle))]);
  return succeed({
    ...found.value,
    variants,
    products,
    storeId: actor.storeId,
    at: environment.now(),
    locale: actor.language,
  });
}
