import type { SearchQuery, SearchResult, Variant } from '../../contracts/catalogue.ts';
import { toGtin14 } from '../../core/gtin.ts';
import type { CatalogueReader } from '../../core/ports/catalogue.ts';
import { parseText } from '../../core/search/match-expression.ts';
import { type CatalogueMemoryOptions, createCatalogueMemory } from './catalogue-memory.ts';
import type { Connection } from './connection.ts';
import type { Database } from './open-database.ts';
import { readProduct } from './product-document.ts';

export interface SqliteCatalogue extends CatalogueReader {
  /** Loads what search needs, so that the first search does not wait for it. */
  warm(storeId: string): Promise<void>;
}

function findVariant(document: string, sku: string): Variant | undefined {
  return readProduct(document).variants.find((variant) => variant.sku === sku);
}

function createTextSearch(connection: Connection): (expression: string) => readonly number[] {
  // One string instead of a row for each product: crossing into SQLite and back is what costs.
  const matching = connection.prepare<{ ids: string | null }>(
    `SELECT group_concat(rowid) AS ids FROM (
       SELECT rowid FROM productText
       WHERE productText MATCH ? AND rank MATCH 'bm25(10.0, 8.0, 4.0, 1.0)' ORDER BY rank)`,
  );
  return (expression) => {
    const ids = matching.first(expression)?.ids ?? '';
    return ids === '' ? [] : ids.split(',').map(Number);
  };
}

export function createSqliteCatalogue(
  { connection }: Database,
  options: CatalogueMemoryOptions = {},
): SqliteCatalogue {
  const memory = createCatalogueMemory(connection, options);
  const searchText = createTextSearch(connection);
  const byHandle = connection.prepare<{ document: string }>('SELECT document FROM product WHERE handle = ?');
  const wanted = 'json_each(?) AS wanted';
  const byHandles = connection.prepare<{ document: string }>(
    `SELECT document FROM ${wanted} CROSS JOIN product ON product.handle = wanted.value ORDER BY wanted.key`,
  );
  const bySkus = connection.prepare<{ sku: string; document: string }>(
    `SELECT variant.sku, document FROM ${wanted} CROSS JOIN variant ON variant.sku = wanted.value
     CROSS JOIN product ON product.id = variant.productId ORDER BY wanted.key`,
  );
  const byNumbers = connection.prepare<{ sku: string; document: string }>(
    `SELECT variant.sku, document FROM ${wanted} CROSS JOIN variant ON variant.number = wanted.value
     CROSS JOIN product ON product.id = variant.productId ORDER BY wanted.key`,
  );
  const byBarcode = connection.prepare<{ sku: string; document: string }>(
    `SELECT variant.sku, document FROM variant CROSS JOIN product ON product.id = variant.productId
     WHERE barcode = ? ORDER BY variant.number LIMIT 1`,
  );
  const toVariants = (rows: readonly { sku: string; document: string }[]): readonly Variant[] =>
    rows.flatMap((row) => findVariant(row.document, row.sku) ?? []);

  return {
    warm: (storeId) => memory.refresh(storeId),

    search: async (storeId: string, query: SearchQuery): Promise<SearchResult> => {
      await memory.refresh(storeId);
      const parsed =
        query.text === undefined
          ? undefined
          : parseText(query.text, memory.vocabulary, memory.index.isGarment);
      if (parsed === undefined) return { ...memory.index.select(storeId, query, undefined), corrections: [] };
      const strict = memory.index.select(storeId, query, searchText(parsed.all));
      if (strict.total > 0 || parsed.some === null) return { ...strict, corrections: parsed.corrections };
      return {
        ...memory.index.select(storeId, query, searchText(parsed.some)),
        corrections: parsed.corrections,
      };
    },

    product: async (handle) => {
      const row = byHandle.first(handle);
      return row && readProduct(row.document);
    },
    products: async (handles) =>
      byHandles.all(JSON.stringify(handles)).map((row) => readProduct(row.document)),
    variant: async (sku) => toVariants(bySkus.all(JSON.stringify([sku])))[0],
    variants: async (skus) => toVariants(bySkus.all(JSON.stringify(skus))),
    variantByBarcode: async (barcode) => {
      const gtin = toGtin14(barcode.trim());
      return gtin === undefined ? undefined : toVariants(byBarcode.all(gtin))[0];
    },
    variantsByNumber: async (numbers) => toVariants(byNumbers.all(JSON.stringify(numbers))),
    vocabulary: async () => {
      await memory.refresh('');
      return memory.index.vocabulary();
    },
  };
}
