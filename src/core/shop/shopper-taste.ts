import { type ChosenPiece, type Taste, tasteOf } from '../recommendation/taste.ts';
import { openSession } from '../session/open-session.ts';
import { emptyPreferences } from '../session/preferences.ts';
import type { Actor } from '../shop.ts';
import type { ShopParts } from './parts.ts';

/** Pieces that say something about a taste: old purchases beyond these add nothing. */
const piecesLooked = 20;

/** The taste of the actor's session: preferences, then the cart, then past orders. */
export async function gatherTaste(
  { store, catalogue }: ShopParts,
  actor: Actor,
  occasion?: string | undefined,
): Promise<Taste> {
  const found = await store.read(async (transaction) => {
    const session = await openSession(transaction, actor.sessionId);
    // Before a session (the first screen) nobody's taste is known; looking needs no permission.
    if (!session.ok) return { preferences: emptyPreferences, skus: [] };
    const { cart, preferences, trust } = session.value;
    const orders = trust === 'capsule' ? [] : await transaction.sessions.orders(actor.sessionId);
    const bought = [...orders]
      .sort((a, b) => b.placedAt.localeCompare(a.placedAt))
      .flatMap((order) => order.lines.map(({ sku }) => sku));
    // The latest line is what the shopper is about.
    const skus = [...cart.map(({ sku }) => sku).reverse(), ...bought];
    return { preferences, skus: [...new Set(skus)].slice(0, piecesLooked) };
  });
  const variants = await catalogue.variants(found.skus);
  const products = await catalogue.products([...new Set(variants.map(({ handle }) => handle))]);
  const byHandle = new Map(products.map((product) => [product.handle, product]));
  const pieces = variants.flatMap((variant): ChosenPiece[] => {
    const product = byHandle.get(variant.handle);
    return product ? [{ product, variant }] : [];
  });
  return tasteOf(found.preferences, pieces, occasion);
}
