import { shownAvailable } from '../stock/position.ts';
import type { ShopParts } from './parts.ts';

/** Looks up available units of many variants of one shop at once; variants without a row have 0. */
export async function unitsHere(
  { store }: Pick<ShopParts, 'store'>,
  storeId: string,
  skus: readonly string[],
): Promise<(sku: string) => number> {
  const positions = await store.read((transaction) => transaction.stock.positions(storeId, skus));
  const units = new Map(positions.map((position) => [position.sku, shownAvailable(position)]));
  return (sku) => units.get(sku) ?? 0;
}
