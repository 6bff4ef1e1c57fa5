import type { StockPosition, StockRepository } from '../../core/ports/shop-store.ts';
import { devicePromisable } from '../../core/stock/escrow.ts';
import type { Connection } from './connection.ts';

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

function toPosition({ granted, spent, active, ...row }: PositionRow): StockPosition {
  return { ...row, promisable: devicePromisable({ ...row, granted, spent, active }) };
}

/** Stock as a device sees it: the hub's rows, less its own holds that the hub has not applied. */
export function createDeviceStockRepository(connection: Connection): StockRepository {
  const one = connection.prepare<PositionRow>(
    `SELECT ${columns} FROM stockPosition WHERE storeId = ? AND sku = ?`,
  );
  const many = connection.prepare<PositionRow>(
    `SELECT ${columns} FROM json_each(?) AS wanted CROSS JOIN stockPosition
     WHERE stockPosition.storeId = ? AND stockPosition.sku = wanted.value ORDER BY wanted.key`,
  );
  const everywhere = connection.prepare<PositionRow>(
    `SELECT ${columns} FROM stockPosition WHERE sku = ? ORDER BY storeId`,
  );
  return {
    position: async (storeId, sku) => {
      const row = one.first(storeId, sku);
      return row && toPosition(row);
    },
    positions: async (storeId, skus) => many.all(JSON.stringify(skus), storeId).map(toPosition),
    everywhere: async (sku) => everywhere.all(sku).map(toPosition),
  };
}
