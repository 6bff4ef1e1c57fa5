import { createCatalogueRows } from './catalogue-rows.ts';
import { noteRemoved, nothingWritten, type Written } from './feed-rows.ts';
import { createFloorRows } from './floor-rows.ts';
import type { Database } from './open-database.ts';
import { createPolicyRow } from './policy-row.ts';
import type { Slicing } from './slices.ts';
import { createVisitorRows } from './visitor-rows.ts';

export interface RemoveOptions {
  readonly database: Database;
  /** Stamp of the snapshot. */
  readonly generation: number;
  readonly slicing: Slicing;
  /** Called after each commit. */
  readonly onWritten: (written: Written) => void;
}

/** What a power cut leaves of it is removed by the next snapshot. */
const repeatable = { repeatable: true };
const productsAtOnce = 20;
const stockAtOnce = 5000;
const removedAtOnce = 200;

interface Key {
  readonly storeId: string;
  readonly sku: string;
}

/** Removes, in slices, what a snapshot has not brought: all that bears an older stamp than its own. */
export async function removeOlder(options: RemoveOptions): Promise<void> {
  const { database, generation } = options;
  const pause = options.slicing.createPause();
  await removeProducts(options, pause);
  await removeStock(options, pause);
  await database.transaction(async (query) => {
    await query.deleteFrom('store').where('generation', '<', generation).execute();
    await query.deleteFrom('offer').where('generation', '<', generation).execute();
    createVisitorRows(database.connection).endOlder(generation);
    createFloorRows(database.connection).removeOlder(generation);
    createPolicyRow(database.connection).removeOlder(generation);
  });
}

async function removeProducts(
  { database, generation, onWritten }: RemoveOptions,
  pause: () => Promise<void>,
): Promise<void> {
  const { connection } = database;
  const rows = createCatalogueRows(connection);
  const older = connection.prepare<{ handle: string }>(
    `SELECT handle FROM product WHERE generation < ? LIMIT ${productsAtOnce}`,
  );
  for (let found = older.all(generation); found.length > 0; found = older.all(generation)) {
    const handles = found;
    const written = nothingWritten();
    await database.transaction(async () => {
      for (const { handle } of handles) noteRemoved(written, rows.removeProduct(handle));
    }, repeatable);
    onWritten(written);
    await pause();
  }
}

/** Looks through all rows: an index of stamps would cost more with each row that comes than this look. */
async function removeStock(
  { database, generation, onWritten }: RemoveOptions,
  pause: () => Promise<void>,
): Promise<void> {
  const { connection } = database;
  const after = '(storeId, sku) > (?, ?)';
  const pageEnd = connection.prepare<Key>(
    `SELECT storeId, sku FROM stock WHERE ${after} ORDER BY storeId, sku LIMIT 1 OFFSET ${stockAtOnce - 1}`,
  );
  const older = connection.prepare<Key>(
    `SELECT storeId, sku FROM stock WHERE ${after} AND (storeId, sku) <= (?, ?) AND generation < ?`,
  );
  const olderAfter = connection.prepare<Key>(
    `SELECT storeId, sku FROM stock WHERE ${after} AND generation < ?`,
  );
  const remove = connection.prepare('DELETE FROM stock WHERE storeId = ? AND sku = ? AND generation < ?');
  for (let at: Key | undefined = { storeId: '', sku: '' }; at !== undefined; ) {
    const end = pageEnd.first(at.storeId, at.sku);
    const gone: readonly Key[] = end
      ? older.all(at.storeId, at.sku, end.storeId, end.sku, generation)
      : olderAfter.all(at.storeId, at.sku, generation);
    for (let index = 0; index < gone.length; index += removedAtOnce) {
      const some = gone.slice(index, index + removedAtOnce);
      await database.transaction(async () => {
        for (const { storeId, sku } of some) remove.run(storeId, sku, generation);
      }, repeatable);
      onWritten({
        ...nothingWritten(),
        stock: some.map(({ storeId, sku }) => ({ storeId, skus: [sku], units: [0] })),
      });
      await pause();
    }
    await pause();
    at = end;
  }
}
