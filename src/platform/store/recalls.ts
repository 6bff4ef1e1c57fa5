import type { StockRepository } from '../../core/ports/shop-store.ts';
import type { Connection } from './connection.ts';
import type { KioskOperations } from './kiosk-operations.ts';

/**
 * Gives the hub back what it would like to have of this device's unspent rights. One that is spent in between stays: the hub
 * asks again.
 */
export function createRecalls(
  connection: Connection,
  stock: StockRepository,
  operations: KioskOperations,
): (storeId: string) => Promise<void> {
  const wanted = connection.prepare<{ sku: string; recall: number }>(
    'SELECT sku, recall FROM stock WHERE storeId = ? AND recall > 0 LIMIT 100',
  );
  return async (storeId) => {
    for (const { sku, recall } of wanted.all(storeId)) {
      const quantity = Math.min(recall, (await stock.position(storeId, sku))?.promisable ?? 0);
      if (quantity > 0) await operations.execute({ type: 'rights-returned', storeId, sku, quantity });
    }
  };
}
