import type { Connection } from './connection.ts';

/**
 * Notes which products and stock figures change on this connection, whoever changes them: temporary triggers, rolled
 * back with what they noted. Commits of other processes cannot be seen row by row; they change `version`.
 */
export interface CatalogueChanges {
  version(): number;
  /** Forgets what it gives. */
  takeProducts(limit: number): readonly number[];
  takeStock(limit: number): readonly { readonly storeId: string; readonly sku: string }[];
  any(): boolean;
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
  CREATE TEMP TRIGGER IF NOT EXISTS note_applied AFTER UPDATE OF appliedSequence ON main.replica
  WHEN new.appliedSequence <> old.appliedSequence
  BEGIN
    INSERT INTO changedStock SELECT storeId, sku FROM main.reservation
      WHERE operationSequence > min(old.appliedSequence, new.appliedSequence) ON CONFLICT DO NOTHING;
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
    };
  }
  const products = connection.prepare<{ id: number }>(
    'DELETE FROM changedProduct WHERE id IN (SELECT id FROM changedProduct LIMIT ?) RETURNING id',
  );
  const stock = connection.prepare<{ storeId: string; sku: string }>(
    `DELETE FROM changedStock WHERE (storeId, sku) IN (SELECT storeId, sku FROM changedStock LIMIT ?)
     RETURNING storeId, sku`,
  );
  const any = connection.prepare<{ any: number }>(
    'SELECT EXISTS (SELECT 1 FROM changedProduct) OR EXISTS (SELECT 1 FROM changedStock) AS "any"',
  );
  return {
    version: () => version.first()?.data_version ?? 0,
    takeProducts: (limit) => products.all(limit).map((row) => row.id),
    takeStock: (limit) => stock.all(limit),
    any: () => any.first()?.any === 1,
  };
}
