import type { StockPosition, StockRepository } from '../../core/ports/shop-store.ts';
import { devicePromisable } from '../../core/stock/escrow.ts';
import type { Connection } from './connection.ts';
import type { DeviceLease } from './lease-mark.ts';

interface PositionRow {
  readonly storeId: string;
  readonly sku: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly safety: number;
  readonly granted: number;
  readonly spent: number;
  readonly location: string | null;
  readonly asOf: number;
  readonly pending: number;
  readonly active: number;
}

const columns = 'storeId, sku, onHand, reserved, safety, granted, spent, location, asOf, pending, active';

/** Stock as a device sees it: the hub's rows, and what it did itself that the hub has not applied. */
export function createDeviceStockRepository(connection: Connection, lease: DeviceLease): StockRepository {
  const one = connection.prepare<PositionRow>(
    `SELECT ${columns} FROM stockPosition WHERE storeId = ? AND sku = ?`,
  );
  const many = connection.prepare<PositionRow>(
    `SELECT ${columns} FROM json_each(?) AS wanted CROSS JOIN stockPosition
     WHERE stockPosition.storeId = ? AND stockPosition.sku = wanted.value ORDER BY wanted.key`,
  );
  const everywhere = connection.prepare<PositionRow>(
    // Shop by shop: their number is small, and an index of SKUs would cost more with each row of the feed.
    `SELECT ${columns} FROM store CROSS JOIN stockPosition USING (storeId) WHERE sku = ? ORDER BY storeId`,
  );
  // Under the sequence that the operation being applied will get.
  const change = connection.prepare(
    `INSERT INTO stockChange (sequence, storeId, sku, onHand, rights)
     SELECT lastSequence + 1, ?, ?, ?, ? FROM replica`,
  );
  const toPositions = (rows: readonly PositionRow[]): readonly StockPosition[] => {
    const mayPromise = rows.length > 0 && lease.mayPromise();
    return rows.map(({ granted, spent, active, ...row }) => ({
      ...row,
      promisable: mayPromise ? devicePromisable({ ...row, granted, spent, active }) : 0,
    }));
  };
  return {
    position: async (storeId, sku) => toPositions(one.all(storeId, sku))[0],
    positions: async (storeId, skus) => toPositions(many.all(JSON.stringify(skus), storeId)),
    everywhere: async (sku) => toPositions(everywhere.all(sku)),
    correct: async (storeId, sku, difference) => {
      change.run(storeId, sku, difference, 0);
    },
    sell: async (storeId, sku, quantity) => {
      change.run(storeId, sku, -quantity, -quantity);
    },
    returnRights: async (storeId, sku, quantity) => {
      change.run(storeId, sku, 0, -quantity);
    },
  };
}
