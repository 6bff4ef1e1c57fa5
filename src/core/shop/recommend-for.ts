import type { ProductSummary, SearchQuery } from '../../contracts/catalogue.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import { complementsOf, typesForSlot } from '../recommendation/complements.ts';
import { rank } from '../recommendation/rank.ts';
import { prominenceOf, type Taste } from '../recommendation/taste.ts';
import type { Actor } from '../shop.ts';
import { gatherCandidates, suitableSummaries } from './candidates.ts';
import type { ShopParts } from './parts.ts';
import { gatherTaste } from './shopper-taste.ts';

const defaultLimit = 8;
const maximumLimit = 24;

/** What to show this shopper in this shop; at most eighteen small searches, however large the catalogue is. */
export async function recommendFor(
  parts: ShopParts,
  actor: Actor,
  wish: { readonly occasion?: string | undefined; readonly limit?: number | undefined },
): Promise<Result<readonly ProductSummary[]>> {
  const taste = await gatherTaste(parts, actor, wish.occasion);
  const limit = Math.max(1, Math.min(maximumLimit, Math.floor(wish.limit ?? defaultLimit)));
  const range = await parts.catalogue.search(actor.storeId, {
    ...baseOf(taste),
    inStock: true,
    limit: 1,
  });
  const types = range.facets.productType;
  const candidates = await gatherCandidates(
    parts,
    actor.storeId,
    queries(
      taste,
      types.map(({ value }) => value),
    ),
  );
  const ranked = rank(candidates, taste, prominenceOf(types), limit);
  return succeed(await suitableSummaries(parts, actor.storeId, ranked, taste));
}

/** Limits that hold for everything that is shown. */
function baseOf({ department, budget }: Taste): SearchQuery {
  return {
    ...(department === undefined ? {} : { department }),
    ...(budget === undefined ? {} : { maximumPrice: budget }),
  };
}

/**
 * Narrow ones first: by occasion, liked colours, what goes with the cart; then the largest types. `productTypes` are
 * those in stock within the limits, the largest first.
 */
function queries(taste: Taste, productTypes: readonly string[]): readonly SearchQuery[] {
  const base = baseOf(taste);
  const occasion = taste.occasion === undefined ? {} : { occasion: taste.occasion };
  const complements = taste.chosen
    .slice(0, 3)
    .flatMap((piece) => complementsOf(piece.productType) ?? [])
    .flatMap((slot) => typesForSlot(slot, productTypes).slice(0, 1));
  return [
    ...(taste.occasion === undefined ? [] : [{ ...base, ...occasion, limit: 40 }]),
    ...taste.colours.slice(0, 3).map((colour) => ({ ...base, ...occasion, colour, limit: 20 })),
    ...[...new Set(complements)].slice(0, 4).map((productType) => ({ ...base, productType, limit: 12 })),
    ...productTypes.slice(0, 8).map((productType) => ({ ...base, productType, limit: 8 })),
    { ...base, sort: 'newest', limit: 30 },
  ];
}
