import type { ProductSummary, SearchQuery } from '../../contracts/catalogue.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import { complementsOf, typesForSlot } from '../recommendation/complements.ts';
import { rank } from '../recommendation/rank.ts';
import type { Taste } from '../recommendation/taste.ts';
import type { Actor } from '../shop.ts';
import { gatherCandidates, suitableSummaries } from './candidates.ts';
import type { ShopParts } from './parts.ts';
import { gatherTaste } from './shopper-taste.ts';

const defaultLimit = 8;
const maximumLimit = 24;

/** What to show this shopper in this shop; at most nine searches, however large the catalogue is. */
export async function recommendFor(
  parts: ShopParts,
  actor: Actor,
  wish: { readonly occasion?: string | undefined; readonly limit?: number | undefined },
): Promise<Result<readonly ProductSummary[]>> {
  const taste = await gatherTaste(parts, actor, wish.occasion);
  if (!taste.ok) return taste;
  const limit = Math.max(1, Math.min(maximumLimit, Math.floor(wish.limit ?? defaultLimit)));
  const { productTypes } = await parts.catalogue.vocabulary();
  const candidates = await gatherCandidates(parts, actor.storeId, queries(taste.value, productTypes));
  const ranked = rank(candidates, taste.value, limit);
  return succeed(await suitableSummaries(parts, actor.storeId, ranked, taste.value));
}

/** Narrow ones first: by occasion, liked colours, what goes with the cart; then whatever the department has. */
function queries(taste: Taste, productTypes: readonly string[]): readonly SearchQuery[] {
  const base: SearchQuery = {
    ...(taste.department === undefined ? {} : { department: taste.department }),
    ...(taste.budget === undefined ? {} : { maximumPrice: taste.budget }),
  };
  const occasion = taste.occasion === undefined ? {} : { occasion: taste.occasion };
  const complements = taste.chosen
    .slice(0, 3)
    .flatMap((piece) => complementsOf(piece.productType) ?? [])
    .flatMap((slot) => typesForSlot(slot, productTypes).slice(0, 1));
  return [
    ...(taste.occasion === undefined ? [] : [{ ...base, ...occasion, limit: 40 }]),
    ...taste.colours.slice(0, 3).map((colour) => ({ ...base, ...occasion, colour, limit: 20 })),
    ...[...new Set(complements)].slice(0, 4).map((productType) => ({ ...base, productType, limit: 12 })),
    { ...base, sort: 'newest', limit: 60 },
  ];
}
