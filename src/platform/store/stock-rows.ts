import type { Connection } from './connection.ts';

/** Units of a row that a shop can promise or sell, as far as own operations have not touched the figure; also as SQL. */
export const unitsOf = (onHand: number, reserved: number, safety: number): number =>
  Math.max(0, onHand - reserved - safety);
export const unitsSql = 'max(0, onHand - reserved - safety)';
/** The same of `stockPosition`, which counts own operations. */
export const touchedUnitsSql = 'max(0, onHand - reserved - safety - pending)';

export interface StockRows {
  /** Rows of one shop as the JSON of `PackedStock`s. Inside a transaction; a row that is there already is replaced. */
  put(storeId: string, rows: string, generation: number): void;
}

/** Writes the hub's stock rows, many at once: crossing into SQLite costs more than what it does there. */
export function createStockRows(connection: Connection): StockRows {
  const put = connection.prepare(
    `INSERT INTO stock (storeId, sku, onHand, reserved, safety, location, granted, spent, asOf, recall, generation)
     SELECT ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
       value ->> 8, ?3
     FROM json_each(?1) WHERE true
     ON CONFLICT (storeId, sku) DO UPDATE SET onHand = excluded.onHand, reserved = excluded.reserved,
       safety = excluded.safety, location = excluded.location, granted = excluded.granted, spent = excluded.spent,
       asOf = excluded.asOf, recall = excluded.recall, generation = excluded.generation`,
  );
  return {
    put: (storeId, rows, generation) => {
      put.run(rows, storeId, generation);
    },
  };
}
