import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { NearbyStock } from '../../contracts/store.ts';
import { noPhone } from '../operations/watch-operations.ts';
import { knownCustomer } from '../session/known-customer.ts';
import { openSession } from '../session/open-session.ts';
import type { Actor, Stocktaking } from '../shop.ts';
import { distanceMetres } from '../stock/distance.ts';
import { openUntil } from '../stock/opening-hours.ts';
import { stockFigure } from '../stock/position.ts';
import type { ShopParts } from './parts.ts';
import { readPolicy } from './policy.ts';

const dayMs = 24 * 60 * 60_000;

export function createStocktaking(parts: ShopParts): Stocktaking {
  const { store, environment } = parts;
  return {
    notifyWhenAvailable: (actor, sku) => notifyWhenAvailable(parts, actor, sku),
    mayNotify: (actor, sku) => mayNotify(parts, actor, sku),
    stopNotifying: ({ sessionId, storeId }, skus) =>
      parts.operations.execute({ type: 'stock-unwatched', sessionId, storeId, skus }),
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

async function notifyWhenAvailable(
  parts: ShopParts,
  actor: Actor,
  sku: string,
): Promise<Result<{ readonly until: string }>> {
  const may = await mayNotify(parts, actor, sku);
  if (!may.ok) return may;
  const { sessionId, storeId } = actor;
  const { stockAlerts } = await readPolicy(parts);
  const until = new Date(parts.environment.now() + stockAlerts.days * dayMs).toISOString();
  const kept = await parts.operations.execute({ type: 'stock-watched', sessionId, storeId, sku, until });
  return kept.ok ? succeed({ until }) : kept;
}

async function mayNotify(
  { store }: ShopParts,
  { sessionId, storeId }: Actor,
  sku: string,
): Promise<Result<void>> {
  const { position, session } = await store.read(async (transaction) => ({
    position: await transaction.stock.position(storeId, sku),
    session: await openSession(transaction, sessionId),
  }));
  if (!session.ok) return session;
  if (!position) {
    return fail('not-found', 'This shop does not keep this piece. Look for it in the shops nearby.', {
      reason: 'not-kept-here',
      details: { sku, storeId },
    });
  }
  const { available, location } = stockFigure(position);
  if (available > 0) {
    return fail('conflict', `It is here now: ${available} can be had. Offer to reserve it.`, {
      reason: 'in-stock',
      details: { available, location },
    });
  }
  return knownCustomer(session.value) ? succeed(undefined) : noPhone();
}
