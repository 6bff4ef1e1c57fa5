import { type Result, succeed } from '../../contracts/result.ts';
import { type ChosenPiece, type Taste, tasteOf } from '../recommendation/taste.ts';
import { openSession } from '../session/open-session.ts';
import type { Actor } from '../shop.ts';
import type { ShopParts } from './parts.ts';

/** Pieces that say something about a taste: old purchases beyond these add nothing. */
const piecesLooked = 20;

/** The taste of the actor's session: preferences, then the cart, then past orders. */
export async function gatherTaste(
  { store, catalogue }: ShopParts,
  actor: Actor,
  occasion?: string | undefined,
): Promise<Result<Taste>> {
  const found = await store.transaction(async (transaction) => {
    const session = await openSession(transaction, actor.sessionId);
    if (!session.ok) return session;
    const { cart, preferences, trust } = session.value;
    const orders = trust === 'capsule' ? [] : await transaction.sessions.orders(actor.sessionId);
    const bought = [...orders]
      .sort((a, b) => b.placedAt.localeCompare(a.placedAt))
      .flatMap((order) => order.lines.map(({ sku }) => sku));
    // The latest line is what the shopper is about.
    const skus = [...cart.map(({ sku }) => sku).reverse(), ...bought];
    return succeed({ preferences, skus: [...new Set(skus)].slice(0, piecesLooked) });
  });
  if (!found.ok) return found;
  const variants = await catalogue.variants(found.value.skus);
  const products = await catalogue.products([...new Set(variants.map(({ handle }) => handle))]);
  const byHandle = new Map(products.map((product) => [product.handle, product]));
  const pieces = variants.flatMap((variant): ChosenPiece[] => {
    const product = byHandle.get(variant.handle);
    return product ? [{ product, variant }] : [];
  });
  return succeed(tasteOf(found.value.preferences, pieces, occasion));
}
