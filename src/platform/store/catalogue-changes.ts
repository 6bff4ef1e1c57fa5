import type { Connection } from './connection.ts';
import type { Written, WrittenStock } from './feed-rows.ts';
import { byShop, type StockKey } from './touched-stock.ts';

/**
 * Notes which products and stock figures change on this connection, whoever changes them: temporary triggers, rolled
 * back with what they noted. Commits of others cannot be seen row by row: they change `version`, unless they are told.
 */
export interface CatalogueChanges {
  version(): number;
  /** Forgets what it gives. */
  takeProducts(limit: number): readonly ChangedProduct[];
  /** Rows that one statement or transaction has changed stay together: it may be a few more than the limit. */
  takeStock(limit: number): readonly WrittenStock[];
  any(): boolean;
  /** Forgets all: for who reads everything anew. */
  clear(): void;
  /** Forgets what was told: nobody follows it now, and it must not pile up. */
  forgetTold(): void;
}

/** Without a document it is to be read. */
export interface ChangedProduct {
  readonly id: number;
  readonly document?: string | null;
}

// Not OR IGNORE: in a trigger the conflict rule of the statement outside would hold instead.
const noteStock = (when: string, table: string, row: 'new' | 'old'): string => `
  CREATE TEMP TRIGGER IF NOT EXISTS note_${table}_${when.split(' ')[0]?.toLowerCase()} AFTER ${when} ON main.${table}
  BEGIN INSERT INTO changedStock VALUES (${row}.storeId, ${row}.sku) ON CONFLICT DO NOTHING; END;`;
const noteProduct = (when: string, row: 'new' | 'old'): string => `
  CREATE TEMP TRIGGER IF NOT EXISTS note_product_${when.split(' ')[0]?.toLowerCase()} AFTER ${when} ON main.product
  BEGIN INSERT INTO changedProduct VALUES (${row}.id) ON CONFLICT DO NOTHING; END;`;

const setUp = `
  CREATE TEMP TABLE IF NOT EXISTS changedProduct (id INTEGER PRIMARY KEY);
  CREATE TEMP TABLE IF NOT EXISTS changedStock (storeId TEXT, sku TEXT, PRIMARY KEY (storeId, sku)) WITHOUT ROWID;
  ${noteProduct('INSERT', 'new')}
  ${noteProduct('UPDATE OF document', 'new')}
  ${noteProduct('DELETE', 'old')}
  ${noteStock('INSERT', 'stock', 'new')}
  ${noteStock('UPDATE OF onHand, reserved, safety', 'stock', 'new')}
  ${noteStock('DELETE', 'stock', 'old')}
  ${noteStock('INSERT', 'reservation', 'new')}
  ${noteStock('UPDATE OF state', 'reservation', 'new')}
  ${noteStock('DELETE', 'reservation', 'old')}
  ${noteStock('INSERT', 'stockChange', 'new')}
  ${noteStock('DELETE', 'stockChange', 'old')}
  CREATE TEMP TRIGGER IF NOT EXISTS note_applied AFTER UPDATE OF appliedSequence ON main.replica
  WHEN new.appliedSequence <> old.appliedSequence
  BEGIN
    INSERT INTO changedStock SELECT storeId, sku FROM main.reservation
      WHERE operationSequence > min(old.appliedSequence, new.appliedSequence) ON CONFLICT DO NOTHING;
    INSERT INTO changedStock SELECT storeId, sku FROM main.stockChange
      WHERE sequence > min(old.appliedSequence, new.appliedSequence) ON CONFLICT DO NOTHING;
  END;
`;

export function watchCatalogue(connection: Connection): CatalogueChanges {
  // A read-only connection changes nothing by itself, and may not write to temporary tables either.
  const readonly = connection.prepare<{ query_only: number }>('PRAGMA query_only').first()?.query_only === 1;
  if (!readonly) connection.execute(setUp);
  const version = connection.prepare<{ data_version: number }>('PRAGMA data_version');
  if (readonly) {
    return {
      version: () => version.first()?.data_version ?? 0,
      takeProducts: () => [],
      takeStock: () => [],
      any: () => false,
      clear: () => undefined,
      forgetTold: () => undefined,
    };
  }
  const products = connection.prepare<{ id: number }>(
    'DELETE FROM changedProduct WHERE id IN (SELECT id FROM changedProduct LIMIT ?) RETURNING id',
  );
  const stock = connection.prepare<StockKey>(
    `DELETE FROM changedStock WHERE (storeId, sku) IN (SELECT storeId, sku FROM changedStock LIMIT ?)
     RETURNING storeId, sku`,
  );
  const any = connection.prepare<{ any: number }>(
    'SELECT EXISTS (SELECT 1 FROM changedProduct) OR EXISTS (SELECT 1 FROM changedStock) AS "any"',
  );
  return {
    version: () => version.first()?.data_version ?? 0,
    takeProducts: (limit) => products.all(limit),
    takeStock: (limit) => byShop(stock.all(limit)).map((one) => ({ ...one, units: null })),
    any: () => any.first()?.any === 1,
    clear: () => connection.execute('DELETE FROM changedProduct; DELETE FROM changedStock'),
    forgetTold: () => undefined,
  };
}

/** Documents that wait to be followed; of more only the ids are kept, and the documents read. */
const mostDocuments = 2000;

/** Tells of commits of the one other connection that writes to the file: what they wrote, or that all may have changed. */
export type CommitNews = (listener: (written: Written | 'anything') => void) => void;

/** The same where all that others commit is told, so that nothing of it need be read anew for being unknown. */
export function watchToldCatalogue(
  connection: Connection,
  news: CommitNews,
  onTold: () => void,
): CatalogueChanges {
  const own = watchCatalogue(connection);
  let version = 0;
  let products: ChangedProduct[] = [];
  let stock: WrittenStock[] = [];
  const forgetTold = (): void => {
    products = [];
    stock = [];
  };
  news((written) => {
    if (written === 'anything') version += 1;
    else {
      for (const { id, document } of written.products) {
        products.push(products.length < mostDocuments ? { id, document } : { id });
      }
      stock.push(...written.stock);
    }
    onTold();
  });
  return {
    version: () => version,
    takeProducts: (limit) => (products.length > 0 ? products.splice(0, limit) : own.takeProducts(limit)),
    takeStock: (limit) => {
      if (stock.length === 0) return own.takeStock(limit);
      let rows = 0;
      const end = stock.findIndex(({ skus }) => {
        rows += skus.length;
        return rows >= limit;
      });
      return stock.splice(0, end < 0 ? stock.length : end + 1);
    },
    any: () => products.length > 0 || stock.length > 0 || own.any(),
    clear: () => {
      forgetTold();
      own.clear();
    },
    forgetTold,
  };
}
