import type { PackedProduct } from '../../contracts/packed-product.ts';
import { type Corrector, createCorrector } from '../../core/search/corrector.ts';
import { createProductIndex, type ProductIndex } from '../../core/search/product-index.ts';
import { wordsOf } from '../../core/search/words.ts';
import {
  type ChangedProduct,
  type ChangedStock,
  type CommitNews,
  touchedHere,
  watchCatalogue,
  watchToldCatalogue,
} from './catalogue-changes.ts';
import type { Connection } from './connection.ts';
import type { WrittenProduct } from './feed-rows.ts';
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

const batch = 50;
/** Counting the products of a word that all of them use takes its time. */
const wordBatch = 20;
const stockBatch = 250;
/** From so many changed products on, how often a word is used is read anew; until then new words are learned only. */
const manyProducts = 200;
/** Units that the shop could hand to a shopper now. */
const available = 'max(0, onHand - reserved - safety - pending) AS units';
/** The same of a figure that nothing done here has touched: the view would ask that of each. */
const untouched = 'max(0, onHand - reserved - safety) AS units';

export interface CatalogueMemoryOptions {
  readonly slicing?: Slicing;
  /** Where another connection writes to the file and tells of it: then changes are followed as they are told. */
  readonly news?: CommitNews;
}

export function createCatalogueMemory(
  connection: Connection,
  { slicing = createTimedSlicing(), news }: CatalogueMemoryOptions = {},
): CatalogueMemory {
  const changes =
    news === undefined ? watchCatalogue(connection) : watchToldCatalogue(connection, news, follow);
  const index = createProductIndex();
  const vocabulary = createCorrector();
  const shops = new Set<string>();
  let loadedVersion: number | undefined;
  let running: Promise<void> | undefined;
  let changedSinceWords = 0;

  const productPage = connection.prepare<{ id: number; document: string }>(
    'SELECT id, document FROM product WHERE id > ? ORDER BY id LIMIT ?',
  );
  const changedProducts = connection.prepare<{ id: number; document: string }>(
    'SELECT product.id, document FROM json_each(?) AS wanted CROSS JOIN product ON product.id = wanted.value',
  );
  const stockPage = connection.prepare<{ sku: string; units: number }>(
    `SELECT sku, ${untouched} FROM stock WHERE storeId = ? AND sku > ? ORDER BY sku LIMIT ?`,
  );
  const among = (table: string): string =>
    `FROM json_each(?) AS wanted CROSS JOIN ${table} ON ${table}.storeId = ? AND ${table}.sku = wanted.value`;
  const changedStock = connection.prepare<{ sku: string; units: number }>(
    `SELECT sku, ${untouched} ${among('stock')}`,
  );
  const touchedStock = connection.prepare<{ sku: string; units: number }>(
    `SELECT sku, ${available} ${among('stockPosition')}`,
  );
  const touched = touchedHere(connection);
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
    changedSinceWords = 0;
    for (let last = ''; ; ) {
      const rows = wordPage.all(last, wordBatch);
      for (const row of rows) vocabulary.learn(row.term, row.doc);
      await pause();
      const end = rows.at(-1);
      if (end === undefined) return;
      last = end.term;
    }
  }

  /** Units of the figures that own operations have touched, of all or of the given. */
  function applyTouched(storeId: string, wanted?: ReadonlySet<string>): void {
    const skus = touched()
      .filter((changed) => changed.storeId === storeId)
      .flatMap((changed) => changed.skus)
      .filter((sku) => wanted?.has(sku) ?? true);
    if (skus.length === 0) return;
    for (const { sku, units } of touchedStock.all(JSON.stringify(skus), storeId)) {
      index.setAvailable(storeId, sku, units);
    }
  }

  async function loadStock(storeId: string, pause: () => Promise<void>): Promise<void> {
    for (let last = ''; ; ) {
      const rows = stockPage.all(storeId, last, stockBatch);
      for (const row of rows) index.setAvailable(storeId, row.sku, row.units);
      await pause();
      const end = rows.at(-1);
      if (end === undefined) break;
      last = end.sku;
    }
    applyTouched(storeId);
  }

  /** With the documents that nobody has told; null where there is none any more. */
  function readUntold(changed: readonly ChangedProduct[]): readonly WrittenProduct[] {
    const untold = changed.filter(({ document }) => document === undefined).map(({ id }) => id);
    const read = new Map(
      untold.length === 0
        ? []
        : changedProducts.all(JSON.stringify(untold)).map(({ id, document }) => [id, document]),
    );
    return changed.map(({ id, document = read.get(id) ?? null }) => ({ id, document }));
  }

  async function applyProducts(
    changed: readonly ChangedProduct[],
    pause: () => Promise<void>,
  ): Promise<void> {
    changedSinceWords += changed.length;
    for (const { id, document } of readUntold(changed)) {
      if (document === null) index.remove(id);
      else {
        const product = readPackedProduct(document);
        index.put(id, product);
        if (changedSinceWords < manyProducts) await learnWords(product, pause);
      }
      await pause();
    }
  }

  async function learnWords(product: PackedProduct, pause: () => Promise<void>): Promise<void> {
    for (const text of Object.values(productText(product))) {
      for (const word of wordsOf(text)) {
        if (vocabulary.has(word)) continue;
        vocabulary.learn(word, 1);
        await pause();
      }
    }
  }

  function readUnits(storeId: string, skus: readonly string[]): readonly number[] {
    const read = new Map(
      changedStock.all(JSON.stringify(skus), storeId).map(({ sku, units }) => [sku, units]),
    );
    return skus.map((sku) => read.get(sku) ?? 0);
  }

  function applyStock(changed: readonly ChangedStock[]): void {
    const skusByShop = new Map<string, Set<string>>();
    for (const { storeId, skus, units = readUnits(storeId, skus) } of changed) {
      const wanted = skusByShop.get(storeId) ?? new Set();
      skusByShop.set(storeId, wanted);
      for (const [place, sku] of skus.entries()) {
        index.setAvailable(storeId, sku, units[place] ?? 0);
        wanted.add(sku);
      }
    }
    for (const [storeId, wanted] of skusByShop) applyTouched(storeId, wanted);
  }

  async function applyChanges(pause: () => Promise<void>): Promise<void> {
    while (!connection.inTransaction() && changes.any()) {
      await applyProducts(changes.takeProducts(batch), pause);
      // At once: a transaction that begins in a pause shows what may be rolled back, or what was before.
      if (!connection.inTransaction()) {
        applyStock(changes.takeStock(stockBatch).filter(({ storeId }) => shops.has(storeId)));
      }
      await pause();
    }
  }

  async function bringUpToDate(storeId: string): Promise<void> {
    // A few turns of the event loop, no more: a transaction that itself searches would be waited for for ever.
    for (let turn = 0; connection.inTransaction() && turn < 20; turn += 1) await slicing.yield();
    const pause = slicing.createPause();
    const version = changes.version();
    if (loadedVersion !== version) {
      changes.clear();
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
    if (changedSinceWords >= manyProducts) await loadWords(pause);
  }

  function run(work: Promise<void>): Promise<void> {
    running = work
      .catch((error: unknown) => {
        // What was taken of the changes is lost: the next one who asks reads everything anew.
        loadedVersion = undefined;
        throw error;
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  /** What is told while nobody asks: the next search then need not wait for it. */
  function follow(): void {
    if (running !== undefined) return;
    if (loadedVersion !== changes.version()) {
      // Whoever asks next reads everything anew: what is told until then must not pile up.
      changes.clear();
      return;
    }
    // A file that cannot be read says so to the next one who asks.
    run(applyChanges(slicing.createPause())).catch(() => undefined);
  }

  const isCurrent = (storeId: string): boolean =>
    loadedVersion === changes.version() &&
    changedSinceWords < manyProducts &&
    shops.has(storeId) &&
    (connection.inTransaction() || !changes.any());

  return {
    index,
    vocabulary,
    refresh: async (storeId) => {
      // One at a time: two would forget what the other is reading.
      while (running !== undefined) await running.catch(() => undefined);
      if (!isCurrent(storeId)) await run(bringUpToDate(storeId));
    },
  };
}
