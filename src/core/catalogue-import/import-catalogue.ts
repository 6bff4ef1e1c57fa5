import { currencyDigits } from '../../contracts/money.ts';
import type { Store } from '../../contracts/store.ts';
import type { CatalogueTransaction } from '../ports/catalogue-writer.ts';
import { importInventory, locationsOf } from './import-inventory.ts';
import { readProduct } from './product.ts';
import { indexHandles, productGroups } from './product-groups.ts';
import { putQuantities } from './put-quantities.ts';
import type { CsvSource } from './record.ts';
import { ImportLedger, type ImportReport } from './report.ts';
import { bareStore } from './store-names.ts';

export interface ImportRequest {
  readonly catalogue: CsvSource;
  readonly inventory: CsvSource | null;
  /** Shops to put before anything else. */
  readonly stores: readonly Store[];
  /** ISO 4217; Shopify's files do not name one. */
  readonly currency: string;
  /** Shop that the catalogue's own `Inventory quantity` belongs to; null: the only shop there is. */
  readonly quantityStoreId: string | null;
  /**
   * IANA zone of shops that are made from the inventory's locations when there is no shop at all; without it none are
   * made, and locations without a shop are errors.
   */
  readonly newStoreTimeZone?: string;
  readonly dryRun: boolean;
  /** Called now and then with rows done so far. */
  readonly progress: (phase: 'reading' | 'importing' | 'stock', rows: number) => void;
}

/**
 * Reads a product file twice: first to learn on which row each handle appears for the last time, then to build and
 * put every product as soon as its last row has come. A handle that appears again further down adds to the same product.
 *
 * Throws `UnusableFile` when a file as a whole cannot be imported; the caller's transaction then rolls back.
 */
export async function importCatalogue(
  transaction: CatalogueTransaction,
  request: ImportRequest,
): Promise<ImportReport> {
  const { catalogue, inventory, currency, progress } = request;
  const ledger = new ImportLedger();
  const report = ledger.reportTo('catalogue');
  for (const store of request.stores) ledger.count('stores', await transaction.putStore(store));
  if (inventory !== null && request.newStoreTimeZone !== undefined) {
    await makeMissingStores(transaction, { inventory, timeZone: request.newStoreTimeZone, ledger });
  }
  const stores = await transaction.stores();
  const only = stores.length === 1 ? stores[0]?.storeId : undefined;
  const quantityStoreId = request.quantityStoreId ?? only;

  const index = await indexHandles(catalogue, (rows) => progress('reading', rows));
  const digits = currencyDigits(currency);
  const skus = new Map<string, number>();
  const leftOut = new Set<string>();
  let ignoredQuantities = 0;
  for await (const { headings, rows } of productGroups(catalogue, index, report, (done) =>
    progress('importing', done),
  )) {
    const result = readProduct({ headings, currency, digits, report, skus }, rows);
    for (const sku of result.leftOut) leftOut.add(sku);
    if (result.outcome === 'not-for-sale') ledger.skip(result.status);
    if (result.outcome !== 'read') continue;
    const change = await transaction.putProduct(result.product);
    ledger.count('products', change.product);
    for (const variant of change.variants) ledger.count('variants', variant);
    // An inventory file knows better, and in which shop.
    if (inventory !== null) continue;
    const { quantities } = result;
    const request = { headings, quantities, storeId: quantityStoreId, ledger, report };
    ignoredQuantities += await putQuantities(transaction, request);
  }

  if (index.scattered > 0) {
    ledger.note(`Handles that appear again further down, and were joined: ${index.scattered}.`);
  }
  if (ignoredQuantities > 0) {
    ledger.note(
      `Quantities not imported: ${ignoredQuantities}. Say which shop they belong to with --location, or give --inventory.`,
    );
  }
  if (stores.length === 0) {
    ledger.note('There are no shops yet: give them with --stores, otherwise a hub fills in the sample shop.');
  }
  if (inventory !== null) {
    const passed = await importInventory(transaction, {
      inventory,
      stores,
      skus,
      leftOut,
      ledger,
      progress: (done) => progress('stock', done),
    });
    if (passed > 0) {
      ledger.note(`Inventory rows of variants that were left out or are not for sale: ${passed}.`);
    }
  }
  return ledger.report(request.dryRun);
}

/** A retailer who brings stock and no shops gets the shops that the stock is in. */
async function makeMissingStores(
  transaction: CatalogueTransaction,
  wish: { readonly inventory: CsvSource; readonly timeZone: string; readonly ledger: ImportLedger },
): Promise<void> {
  if ((await transaction.stores()).length > 0) return;
  const stores = (await locationsOf(wish.inventory))
    .map((name) => bareStore(name, wish.timeZone))
    .filter((store) => store.storeId !== '');
  for (const store of stores) wish.ledger.count('stores', await transaction.putStore(store));
  const names = stores.map(({ storeId }) => storeId).join(', ');
  if (stores.length > 0) {
    wish.ledger.note(`Shops made from the locations: ${names}. Add their addresses and hours with --stores.`);
  }
}
