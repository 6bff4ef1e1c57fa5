import type { Connection } from './connection.ts';
import { touchedUnitsSql, unitsSql } from './stock-rows.ts';
import { touchedHere } from './touched-stock.ts';

interface ProductRow {
  readonly id: number;
  readonly document: string;
}

interface UnitsRow {
  readonly sku: string;
  readonly units: number;
}

/** What search reads of the file to keep it in memory: in pages, or for what has changed. */
export interface CatalogueReading {
  /** Behind the id, in their order. */
  products(after: number, limit: number): readonly ProductRow[];
  documents(ids: readonly number[]): ReadonlyMap<number, string>;
  /** Behind the SKU, in their order; units as the hub's rows have them. */
  stock(storeId: string, after: string, limit: number): readonly UnitsRow[];
  /** As the hub's rows have them. */
  units(storeId: string, skus: readonly string[]): ReadonlyMap<string, number>;
  /** Units of the figures that own operations have touched, of all or of the wanted. */
  touchedUnits(storeId: string, wanted?: ReadonlySet<string>): readonly UnitsRow[];
  /** Behind the word, with the number of products that use it. */
  words(after: string, limit: number): readonly { readonly term: string; readonly doc: number }[];
}

export function createCatalogueReading(connection: Connection): CatalogueReading {
  const products = connection.prepare<ProductRow>(
    'SELECT id, document FROM product WHERE id > ? ORDER BY id LIMIT ?',
  );
  const documents = connection.prepare<ProductRow>(
    'SELECT product.id, document FROM json_each(?) AS wanted CROSS JOIN product ON product.id = wanted.value',
  );
  const among = (table: string): string =>
    `FROM json_each(?) AS wanted CROSS JOIN ${table} ON ${table}.storeId = ? AND ${table}.sku = wanted.value`;
  // Not of the view where nothing done here counts: it would ask for that of each row.
  const stock = connection.prepare<UnitsRow>(
    `SELECT sku, ${unitsSql} AS units FROM stock WHERE storeId = ? AND sku > ? ORDER BY sku LIMIT ?`,
  );
  const units = connection.prepare<UnitsRow>(`SELECT sku, ${unitsSql} AS units ${among('stock')}`);
  const touchedUnits = connection.prepare<UnitsRow>(
    `SELECT sku, ${touchedUnitsSql} AS units ${among('stockPosition')}`,
  );
  const touched = touchedHere(connection);
  const words = connection.prepare<{ term: string; doc: number }>(
    'SELECT term, doc FROM productWord WHERE term > ? ORDER BY term LIMIT ?',
  );
  return {
    products: (after, limit) => products.all(after, limit),
    documents: (ids) =>
      new Map(
        ids.length === 0 ? [] : documents.all(JSON.stringify(ids)).map(({ id, document }) => [id, document]),
      ),
    stock: (storeId, after, limit) => stock.all(storeId, after, limit),
    units: (storeId, skus) =>
      new Map(units.all(JSON.stringify(skus), storeId).map((row) => [row.sku, row.units])),
    touchedUnits: (storeId, wanted) => {
      const skus = touched()
        .filter((one) => one.storeId === storeId)
        .flatMap((one) => one.skus)
        .filter((sku) => wanted?.has(sku) ?? true);
      return skus.length === 0 ? [] : touchedUnits.all(JSON.stringify(skus), storeId);
    },
    words: (after, limit) => words.all(after, limit),
  };
}
