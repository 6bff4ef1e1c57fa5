import { currencyDigits } from '../../contracts/money.ts';
import type { Store } from '../../contracts/store.ts';
import type { CatalogueTransaction } from '../ports/catalogue-writer.ts';
import { readProductHeadings } from './headings.ts';
import { importInventory } from './import-inventory.ts';
import { readProduct } from './product.ts';
import { type ProductRow, readProductRow } from './product-row.ts';
import { parseQuantity } from './quantity.ts';
import { type CsvSource, type RowError, UnusableFile } from './record.ts';
import { type ImportReport, maximumErrors, Tally } from './report.ts';

export interface ImportRequest {
  readonly catalogue: CsvSource;
  readonly inventory: CsvSource | null;
  /** Shops to put before anything else. */
  readonly stores: readonly Store[];
  /** ISO 4217; Shopify's files do not name one. */
  readonly currency: string;
  /** Shop that the catalogue's own `Inventory quantity` belongs to; null: the only shop there is. */
  readonly quantityStoreId: string | null;
  readonly dryRun: boolean;
  /** Called now and then with rows done so far. */
  readonly progress: (phase: 'reading' | 'importing' | 'stock', rows: number) => void;
}

/**
 * Reads a product file twice: first to learn on which row each handle appears for the last time, then to build every product as soon
 * as its last row has come. So only products that are spread over the file are held in memory, and a handle that appears again
 * further down adds to the same product.
 *
 * Throws `UnusableFile` when a file as a whole cannot be imported; the caller's transaction then rolls back.
 */
export async function importCatalogue(
  transaction: CatalogueTransaction,
  request: ImportRequest,
): Promise<ImportReport> {
  const errors: (RowError & { file: 'catalogue' | 'inventory' })[] = [];
  let errorCount = 0;
  const reportTo = (file: 'catalogue' | 'inventory') => (error: RowError) => {
    errorCount += 1;
    if (errors.length < maximumErrors) errors.push({ ...error, file });
  };
  const tallies = { products: new Tally(), variants: new Tally(), stock: new Tally(), stores: new Tally() };
  const notes: string[] = [];
  const skippedByStatus = new Map<string, number>();

  for (const store of request.stores) tallies.stores.add(await transaction.putStore(store));
  const stores = await transaction.stores();

  const lastRows = new Map<string, number>();
  const scattered = await scan(request, lastRows);

  const quantityStore = request.quantityStoreId
    ? stores.find((store) => store.storeId === request.quantityStoreId)
    : stores.length === 1
      ? stores[0]
      : undefined;
  let ignoredQuantities = 0;
  let products = 0;
  let variants = 0;
  let rows = 0;
  const report = reportTo('catalogue');
  const skus = new Map<string, number>();
  const leftOut = new Set<string>();
  const open = new Map<string, ProductRow[]>();
  const digits = currencyDigits(request.currency);

  for await (const { headings, records } of recordsBelowHeading(request.catalogue)) {
    for (const record of records) {
      const row = readProductRow(headings, record, report);
      if (row === undefined) continue;
      const productRows = open.get(row.handle) ?? [];
      productRows.push(row);
      if (lastRows.get(row.handle) !== row.row) {
        open.set(row.handle, productRows);
        continue;
      }
      open.delete(row.handle);
      const result = readProduct({ headings, currency: request.currency, digits, report, skus }, productRows);
      for (const sku of result.leftOut) leftOut.add(sku);
      if (result.outcome === 'not-for-sale') {
        skippedByStatus.set(result.status, (skippedByStatus.get(result.status) ?? 0) + 1);
      }
      if (result.outcome !== 'read') continue;
      const change = await transaction.putProduct(result.product);
      products += 1;
      variants += result.product.variants.length;
      tallies.products.add(change.product);
      for (const variant of change.variants) tallies.variants.add(variant);
      if (request.inventory !== null) continue;
      for (const { row: at, sku, text } of result.quantities) {
        const quantity = parseQuantity(text);
        if (!quantity.ok) {
          const column = headings.all[headings.known.get('quantity') ?? -1] ?? null;
          report({
            row: at,
            column,
            message: `${quantity.failure.message}; the stock of '${sku}' stays as it is.`,
          });
        } else if (quantity.value !== null && quantityStore) {
          const count = { storeId: quantityStore.storeId, sku, onHand: quantity.value, location: null };
          tallies.stock.add(await transaction.putStock(count));
        } else if (quantity.value !== null) ignoredQuantities += 1;
      }
    }
    rows += records.length;
    request.progress('importing', rows);
  }

  if (request.inventory !== null) {
    const passed = await importInventory(transaction, {
      inventory: request.inventory,
      stores,
      skus,
      leftOut,
      tally: tallies.stock,
      report: reportTo('inventory'),
      progress: (done) => request.progress('stock', done),
    });
    if (passed > 0)
      notes.push(`${passed} inventory rows belong to variants that were left out or are not for sale.`);
  }

  for (const [status, count] of skippedByStatus) notes.push(`${count} products skipped: ${status}.`);
  if (scattered > 0) notes.push(`${scattered} handles appear again further down; their rows were joined.`);
  if (ignoredQuantities > 0) {
    notes.push(
      `${ignoredQuantities} quantities were not imported: say which shop they belong to with --location, or give --inventory.`,
    );
  }
  const details = {
    products: tallies.products.counts(),
    variants: tallies.variants.counts(),
    stock: tallies.stock.counts(),
    stores: tallies.stores.counts(),
  };
  const sum = (change: 'created' | 'changed' | 'unchanged') =>
    details.products[change] + details.variants[change] + details.stock[change] + details.stores[change];
  return {
    dryRun: request.dryRun,
    products,
    variants,
    stock: details.stock.created + details.stock.changed + details.stock.unchanged,
    created: sum('created'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    details,
    skipped: [...skippedByStatus.values()].reduce((total, count) => total + count, 0),
    errorCount,
    errors,
    notes,
  };
}

async function* recordsBelowHeading(source: CsvSource) {
  let headings: Parameters<typeof readProductRow>[0] | undefined;
  for await (const batch of source.records()) {
    let records = batch;
    if (headings === undefined) {
      const start = batch.findIndex((record) => 'problem' in record || record.fields.join('').trim() !== '');
      const first = batch[start];
      if (first === undefined) continue;
      if ('problem' in first) throw new UnusableFile(`The heading row cannot be read: ${first.problem}`);
      const read = readProductHeadings(first.fields);
      if (!read.ok) throw new UnusableFile(read.failure.message);
      headings = read.value;
      records = batch.slice(start + 1);
    }
    yield { headings, records };
  }
  if (headings === undefined) throw new UnusableFile('The file is empty.');
}

/** Fills `lastRows` (row on which each handle appears last); gives how many handles are not in one piece. */
async function scan(request: ImportRequest, lastRows: Map<string, number>): Promise<number> {
  const scattered = new Set<string>();
  let previous = '';
  let rows = 0;
  for await (const { headings, records } of recordsBelowHeading(request.catalogue)) {
    for (const record of records) {
      const row = readProductRow(headings, record, () => {});
      if (row === undefined) continue;
      if (row.handle !== previous && lastRows.has(row.handle)) scattered.add(row.handle);
      lastRows.set(row.handle, row.row);
      previous = row.handle;
    }
    rows += records.length;
    request.progress('reading', rows);
  }
  return scattered.size;
}
