import type { ProductSummary, SearchQuery } from '../../contracts/catalogue.ts';
import type { Candidate } from '../recommendation/rank.ts';
import { standFor } from '../recommendation/stand-for.ts';
import type { KnownSizes } from '../recommendation/usual-size.ts';
import type { ShopParts } from './parts.ts';
import { unitsHere } from './units-here.ts';

/** Runs bounded searches over what is in stock here and loads what they found, each product once. */
export async function gatherCandidates(
  { catalogue }: Pick<ShopParts, 'catalogue'>,
  storeId: string,
  queries: readonly SearchQuery[],
): Promise<readonly Candidate[]> {
  const found = new Map<string, ProductSummary>();
  for (const query of queries) {
    const { items } = await catalogue.search(storeId, { ...query, inStock: true });
    for (const item of items) if (!found.has(item.handle)) found.set(item.handle, item);
  }
  const products = await catalogue.products([...found.keys()]);
  return products.flatMap((product) => {
    const summary = found.get(product.handle);
    return summary ? [{ summary, product }] : [];
  });
}

/** Cards for the chosen ones, each standing for the variant that suits the shopper best. */
export async function suitableSummaries(
  parts: Pick<ShopParts, 'store'>,
  storeId: string,
  candidates: readonly Candidate[],
  wish: { readonly sizes: KnownSizes; readonly colours: readonly string[] },
): Promise<readonly ProductSummary[]> {
  const skus = candidates.flatMap(({ product }) => product.variants.map(({ sku }) => sku));
  const units = await unitsHere(parts, storeId, skus);
  return candidates.map((candidate) => standFor(candidate, wish, units));
}
