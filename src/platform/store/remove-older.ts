import { createCatalogueRows } from './catalogue-rows.ts';
import { createFloorRows } from './floor-rows.ts';
import type { Database } from './open-database.ts';
import type { Slicing } from './slices.ts';
import { createVisitorRows } from './visitor-rows.ts';

/** What a power cut leaves of it is removed by the next snapshot. */
const repeatable = { repeatable: true };
const productsAtOnce = 20;
const stockAtOnce = 500;

/** Removes, in slices, what a snapshot has not brought: all that bears an older stamp than its own. */
export async function removeOlder(database: Database, generation: number, slicing: Slicing): Promise<void> {
  const pause = slicing.createPause();
  await removeProducts(database, generation, pause);
  await removeStock(database, generation, pause);
  await database.transaction(async (query) => {
    await query.deleteFrom('store').where('generation', '<', generation).execute();
    await query.deleteFrom('offer').where('generation', '<', generation).execute();
    createVisitorRows(database.connection).endOlder(generation);
    createFloorRows(database.connection).removeOlder(generation);
  });
}

async function removeProducts(
  database: Database,
  generation: number,
  pause: () => Promise<void>,
): Promise<void> {
  const { connection } = database;
  const rows = createCatalogueRows(connection);
  const older = connection.prepare<{ handle: string }>(
    `SELECT handle FROM product WHERE generation < ? LIMIT ${productsAtOnce}`,
  );
  for (let found = older.all(generation); found.length > 0; found = older.all(generation)) {
    const handles = found;
    await database.transaction(async () => {
      for (const { handle } of handles) rows.removeProduct(handle);
    }, repeatable);
    await pause();
  }
}

/** Looks through all rows: an index of stamps would cost more with each row that comes than this look. */
async function removeStock(
  database: Database,
  generation: number,
  pause: () => Promise<void>,
): Promise<void> {
  const { connection } = database;
  const older = connection.prepare<{ storeId: string; sku: string; generation: number }>(
    `SELECT storeId, sku, generation FROM stock WHERE (storeId, sku) > (?, ?)
     ORDER BY storeId, sku LIMIT ${stockAtOnce}`,
  );
  const remove = connection.prepare('DELETE FROM stock WHERE storeId = ? AND sku = ? AND generation < ?');
  for (let at = { storeId: '', sku: '' }; ; ) {
    const rows = older.all(at.storeId, at.sku);
    const gone = rows.filter((row) => row.generation < generation);
    if (gone.length > 0) {
      await database.transaction(async () => {
        for (const { storeId, sku } of gone) remove.run(storeId, sku, generation);
      }, repeatable);
    }
    await pause();
    const last = rows.at(-1);
    if (last === undefined) return;
    at = last;
  }
}
