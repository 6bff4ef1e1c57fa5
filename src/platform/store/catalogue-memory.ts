import { type Corrector, createCorrector } from '../../core/search/corrector.ts';
import { createProductIndex, type ProductIndex } from '../../core/search/product-index.ts';
import { watchCatalogue } from './catalogue-changes.ts';
import type { Connection } from './connection.ts';
import { readPackedProduct } from './product-document.ts';
import { productText } from './product-text.ts';
import { createTimedSlicing, type Slicing } from './slices.ts';

/** What search keeps in memory: attributes of every variant, units by shop, the vocabulary. */
export interface CatalogueMemory {
  readonly index: ProductIndex;
  readonly vocabulary: Corrector;
  /**
   * Brings it up to date with what is committed, for one shop; in slices, and at no cost when nothing has changed. In the
   * middle of a transaction it stays as it was before: what is rolled back must not be remembered.
   */
  refresh(storeId: string): Promise<void>;
}

const batch = 200;
/** Units that the shop could hand to a shopper now. */
const available = 'max(0, onHand - reserved - safety - pending) AS units';

export function createCatalogueMemory(
  connection: Connection,
  { slicing = createTimedSlicing() }: { readonly slicing?: Slicing } = {},
): CatalogueMemory {
  const changes = watchCatalogue(connection);
  const index = createProductIndex();
  const vocabulary = createCorrector();
  const shops = new Set<string>();
  let loadedVersion: number | undefined;
  let running: Promise<void> | undefined;

  const productPage = connection.prepare<{ id: number; document: string }>(
    'SELECT id, document FROM product WHERE id > ? ORDER BY id LIMIT ?',
  );
  const changedProducts = connection.prepare<{ id: number; document: string }>(
    'SELECT product.id, document FROM json_each(?) AS wanted CROSS JOIN product ON product.id = wanted.value',
  );
  const stockPage = connection.prepare<{ sku: string; units: number }>(
    `SELECT sku, ${available} FROM stockPosition WHERE storeId = ? AND sku > ? ORDER BY sku LIMIT ?`,
  );
  const changedStock = connection.prepare<{ sku: string; units: number }>(
    `SELECT sku, ${available} FROM json_each(?) AS wanted CROSS JOIN stockPosition
     WHERE stockPosition.storeId = ? AND stockPosition.sku = wanted.value`,
  );
  const wordPage = connection.prepare<{ term: string; doc: number }>(
    'SELECT term, doc FROM productWord WHERE term > ? ORDER BY term LIMIT ?',
  );

  async function loadProducts(pause: () => Promise<void>): Promise<void> {
    for (let last = 0; ; ) {
      const rows = productPage.all(last, batch);
      for (const row of rows) {
        index.put(row.id, readPackedProduct(row.document));
        await pause();
      }
      const end = rows.at(-1);
      if (end === undefined) return;
      last = end.id;
    }
  }

  async function loadWords(pause: () => Promise<void>): Promise<void> {
    for (let last = ''; ; ) {
      const rows = wordPage.all(last, batch);
      for (const row of rows) vocabulary.learn(row.term, row.doc);
      await pause();
      const end = rows.at(-1);
      if (end === undefined) return;
      last = end.term;
    }
  }

  async function loadStock(storeId: string, pause: () => Promise<void>): Promise<void> {
    for (let last = ''; ; ) {
      const rows = stockPage.all(storeId, last, batch);
      for (const row of rows) index.setAvailable(storeId, row.sku, row.units);
      await pause();
      const end = rows.at(-1);
      if (end === undefined) return;
      last = end.sku;
    }
  }

  async function applyProducts(ids: readonly number[], pause: () => Promise<void>): Promise<void> {
    const gone = new Set(ids);
    for (const { id, document } of changedProducts.all(JSON.stringify(ids))) {
      gone.delete(id);
      const product = readPackedProduct(document);
      index.put(id, product);
      for (const text of Object.values(productText(product))) {
        for (const word of text.split(' ')) {
          if (word !== '' && !vocabulary.has(word)) vocabulary.learn(word, 1);
        }
      }
      await pause();
    }
    for (const id of gone) index.remove(id);
  }

  function applyStock(storeId: string, skus: readonly string[]): void {
    const gone = new Set(skus);
    for (const { sku, units } of changedStock.all(JSON.stringify(skus), storeId)) {
      gone.delete(sku);
      index.setAvailable(storeId, sku, units);
    }
    for (const sku of gone) index.setAvailable(storeId, sku, 0);
  }

  async function applyChanges(pause: () => Promise<void>): Promise<void> {
    while (!connection.raw.inTransaction && changes.any()) {
      await applyProducts(changes.takeProducts(batch), pause);
      const skus = new Map([...shops].map((storeId): [string, string[]] => [storeId, []]));
      for (const { storeId, sku } of changes.takeStock(batch)) skus.get(storeId)?.push(sku);
      for (const [storeId, changed] of skus) if (changed.length > 0) applyStock(storeId, changed);
      await pause();
    }
  }

  async function bringUpToDate(storeId: string): Promise<void> {
    // A few turns of the event loop, no more: a transaction that itself searches would be waited for for ever.
    for (let turn = 0; connection.raw.inTransaction && turn < 20; turn += 1) await slicing.yield();
    const pause = slicing.createPause();
    const version = changes.version();
    if (loadedVersion !== version) {
      index.clear();
      shops.clear();
      await loadProducts(pause);
      await loadWords(pause);
      loadedVersion = version;
    }
    if (!shops.has(storeId)) {
      await loadStock(storeId, pause);
      shops.add(storeId);
    }
    await applyChanges(pause);
  }

  const isCurrent = (storeId: string): boolean =>
    loadedVersion === changes.version() &&
    shops.has(storeId) &&
    (connection.raw.inTransaction || !changes.any());

  return {
    index,
    vocabulary,
    refresh: async (storeId) => {
      // One at a time: two would forget what the other is reading.
      while (running !== undefined) await running;
      if (isCurrent(storeId)) return;
      running = bringUpToDate(storeId).finally(() => {
        running = undefined;
      });
      await running;
    },
  };
}
