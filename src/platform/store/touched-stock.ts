import type { Connection } from './connection.ts';

export interface StockKey {
  readonly storeId: string;
  readonly sku: string;
}

/** Figures of one shop. */
export interface StockOfShop {
  readonly storeId: string;
  readonly skus: readonly string[];
}

export function byShop(keys: readonly StockKey[]): readonly StockOfShop[] {
  const shops = new Map<string, string[]>();
  for (const { storeId, sku } of keys) {
    const skus = shops.get(storeId);
    if (skus === undefined) shops.set(storeId, [sku]);
    else skus.push(sku);
  }
  return [...shops].map(([storeId, skus]) => ({ storeId, skus }));
}

/** The stock figures that own operations have touched: they are not what the hub's rows say. */
export function touchedHere(connection: Connection): () => readonly StockOfShop[] {
  const touched = connection.prepare<StockKey>(
    `SELECT storeId, sku FROM reservation WHERE operationSequence IS NOT NULL
     UNION SELECT storeId, sku FROM stockChange`,
  );
  return () => byShop(touched.all());
}
