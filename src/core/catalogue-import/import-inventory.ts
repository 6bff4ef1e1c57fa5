import type { Store } from '../../contracts/store.ts';
import type { CatalogueTransaction } from '../ports/catalogue-writer.ts';
import { type InventoryHeadings, readInventoryHeadings } from './headings.ts';
import { readInventoryRow, storesOfColumns } from './inventory.ts';
import { type CsvSource, UnusableFile } from './record.ts';
import type { ImportLedger } from './report.ts';

export interface InventoryRequest {
  readonly inventory: CsvSource;
  readonly stores: readonly Store[];
  /** Skus of the catalogue file; others are looked up in the store. */
  readonly skus: ReadonlyMap<string, number>;
  /** Skus that the catalogue file has and that were not imported. */
  readonly leftOut: ReadonlySet<string>;
  readonly ledger: ImportLedger;
  readonly progress: (rows: number) => void;
}

/** Stock by shop. Gives the number of rows passed over because their variant was left out of the catalogue. */
export async function importInventory(
  transaction: CatalogueTransaction,
  request: InventoryRequest,
): Promise<number> {
  const { stores, ledger } = request;
  const report = ledger.reportTo('inventory');
  let headings: InventoryHeadings | undefined;
  let columns: ReadonlyMap<number, Store> = new Map();
  let passedOver = 0;
  let rows = 0;
  const seen = new Map<string, number>();
  for await (const batch of request.inventory.records()) {
    for (const record of batch) {
      rows += 1;
      if (headings === undefined) {
        if ('problem' in record)
          throw new UnusableFile(`The inventory's heading row cannot be read: ${record.problem}`);
        const read = readInventoryHeadings(record.fields);
        if (!read.ok) throw new UnusableFile(read.failure.message);
        headings = read.value;
        columns = storesOfColumns({ headings, stores, report });
        continue;
      }
      const row = readInventoryRow({ headings, stores, report }, columns, record);
      if (row === undefined) continue;
      const column = headings.all[headings.known.get('sku') ?? headings.known.get('handle') ?? 0] ?? null;
      if (!request.skus.has(row.sku)) {
        if (request.leftOut.has(row.sku)) {
          passedOver += 1;
          continue;
        }
        if (!(await transaction.hasVariant(row.sku))) {
          report({ row: row.row, column, message: `No variant has the SKU '${row.sku}'.` });
          continue;
        }
      }
      for (const count of row.counts) {
        const key = `${count.storeId}\n${count.sku}`;
        const earlier = seen.get(key);
        if (earlier !== undefined) {
          report({
            row: row.row,
            column,
            message: `Row ${earlier} counts '${row.sku}' in the same shop already; row ${earlier} is kept.`,
          });
          continue;
        }
        seen.set(key, row.row);
        ledger.count('stock', await transaction.putStock(count));
      }
    }
    request.progress(rows);
  }
  if (headings === undefined) throw new UnusableFile('The inventory file is empty.');
  return passedOver;
}

/** Names of all locations of an inventory file, in the order in which they come. */
export async function locationsOf(inventory: CsvSource): Promise<readonly string[]> {
  const names = new Set<string>();
  let headings: InventoryHeadings | undefined;
  for await (const batch of inventory.records()) {
    for (const record of batch) {
      if ('problem' in record) continue;
      if (headings === undefined) {
        const read = readInventoryHeadings(record.fields);
        // The import itself will say what is wrong with it.
        if (!read.ok) return [];
        headings = read.value;
        if (headings.locations.length > 0) {
          const { all, locations } = headings;
          return locations.map((position) => all[position] ?? '');
        }
        continue;
      }
      const name = (record.fields[headings.known.get('location') ?? -1] ?? '').trim();
      if (name !== '') names.add(name);
    }
  }
  return [...names];
}
