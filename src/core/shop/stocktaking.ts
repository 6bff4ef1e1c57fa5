import { fail, succeed } from '../../contracts/result.ts';
import type { NearbyStock } from '../../contracts/store.ts';
import type { Stocktaking } from '../shop.ts';
import { distanceMetres } from '../stock/distance.ts';
import { openUntil } from '../stock/opening-hours.ts';
import { stockFigure } from '../stock/position.ts';
import type { ShopParts } from './parts.ts';

export function createStocktaking({ store, environment }: ShopParts): Stocktaking {
  return {
    async here(storeId, skus) {
      const positions = await store.read((transaction) => transaction.stock.positions(storeId, skus));
      const known = new Map(positions.map((position) => [position.sku, stockFigure(position)]));
      const now = new Date(environment.now()).toISOString();
      return skus.map((sku) => known.get(sku) ?? { storeId, sku, available: 0, location: null, asOf: now });
    },
    async nearby(storeId, sku) {
      const { stores, positions } = await store.read(async (transaction) => ({
        stores: await transaction.stores(),
        positions: await transaction.stock.everywhere(sku),
      }));
      const origin = stores.find((shop) => shop.storeId === storeId);
      if (!origin) return [];
      const found = positions.flatMap((position): NearbyStock[] => {
        const shop = stores.find((one) => one.storeId === position.storeId);
        const { available, location, asOf } = stockFigure(position);
        if (!shop || shop.storeId === storeId || available === 0) return [];
        return [
          {
            store: shop,
            available,
            location,
            asOf,
            distanceMetres: distanceMetres(origin.position, shop.position),
            openUntil: openUntil(shop, environment.now()),
          },
        ];
      });
      return found.sort(
        (a, b) => a.distanceMetres - b.distanceMetres || a.store.storeId.localeCompare(b.store.storeId),
      );
    },
    async store(storeId) {
      const stores = await store.read((transaction) => transaction.stores());
      const found = stores.find((shop) => shop.storeId === storeId);
      if (found) return succeed(found);
      return fail('not-found', `There is no shop ${storeId}. Choose one of those that exist.`, {
        reason: 'store-unknown',
        details: { stores: stores.map((shop) => shop.storeId) },
      });
    },
    stores: () => store.read((transaction) => transaction.stores()),
  };
}
