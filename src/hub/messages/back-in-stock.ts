import { shownAvailable } from '../../core/stock/position.ts';
import type { HubDatabase } from '../../platform/hub-store/hub-database.ts';
import {
  postponeWatches,
  removeWatch,
  watchedPieces,
  watchesOf,
} from '../../platform/hub-store/stock-watches.ts';
import type { Messages } from './messages.ts';

/** Who was told first has so long before the next ones hear of units that are still there. */
const waveMs = 30 * 60_000;

/**
 * Tells those who wait that a piece can be had again: as many as there are units, in the order in which they asked, each once. Called
 * by a timer.
 */
export async function tellOfStock(
  hub: HubDatabase,
  messages: Messages,
  nameOf: (sku: string) => Promise<string | undefined>,
): Promise<void> {
  const pieces = await watchedPieces(hub.sql, hub.environment.now());
  for (const piece of pieces) {
    const name = await nameOf(piece.sku);
    await hub.transaction(async (transaction) => {
      const { sql, now } = transaction;
      const shop = transaction.shop(null);
      const position = await shop.stock.position(piece.storeId, piece.sku);
      const units = position ? shownAvailable(position) : 0;
      if (units === 0) return;
      await postponeWatches(sql, piece, now + waveMs);
      // It may come into the catalogue again.
      if (name === undefined) return;
      const store = (await shop.stores()).find(({ storeId }) => storeId === piece.storeId);
      const waiting = await watchesOf(sql, piece, now);
      for (const watch of waiting.slice(0, units)) {
        await messages.queueBackInStock(transaction, watch.customerId, { name, shop: store?.name ?? '' });
        await removeWatch(sql, watch);
      }
    });
  }
}
