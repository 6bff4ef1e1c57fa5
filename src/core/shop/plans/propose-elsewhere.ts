import { fail, type Result, succeed } from '../../../contracts/result.ts';
import type { PlanServices } from '../../plans/plan-room.ts';
import type { Actor } from '../../shop.ts';
import type { ShopParts } from '../parts.ts';
import { holdOf, notAsked, type Proposal, pieceOf } from './proposal.ts';

/** A piece put aside in another shop until the shopper has come there. */
export async function proposeElsewhere(
  parts: ShopParts,
  { browsing, stock }: PlanServices,
  actor: Actor,
  { sku, storeId }: { readonly sku: string; readonly storeId?: string | undefined },
): Promise<Result<Proposal>> {
  const resolved = await browsing.resolve({ sku });
  if (!resolved.ok) return resolved;
  const { product, variant } = resolved.value;
  if (storeId === actor.storeId) {
    return fail('invalid', 'That is this shop: reserve the piece by reserve_for_trial.', {
      reason: 'not-elsewhere',
    });
  }
  const shops = await stock.nearby(actor.storeId, sku);
  const at = storeId === undefined ? shops[0] : shops.find(({ store }) => store.storeId === storeId);
  if (!at) {
    const names = shops.slice(0, 5).map(({ store }) => store.name);
    return fail(
      'not-found',
      names.length === 0
        ? `No other shop has ${product.title} like that. Offer another size or colour, or something similar.`
        : `That shop does not have ${product.title} like that. These do: ${names.join(', ')}. Offer one of them.`,
      { reason: names.length === 0 ? 'nowhere' : 'not-there', details: { sku, stores: names } },
    );
  }
  const { storeId: where, name: storeName } = at.store;
  const hold = holdOf(parts, pieceOf(product, variant), { place: 'elsewhere', storeId: where, storeName });
  return succeed({
    kind: 'reserve-elsewhere',
    asked: notAsked,
    steps: [hold],
    currency: product.currency,
  });
}
