import type { PackedProduct } from '../../contracts/packed-product.ts';
import { type Corrector, createCorrector } from '../../core/search/corrector.ts';
import { createProductIndex, type ProductIndex } from '../../core/search/product-index.ts';
import { wordsOf } from '../../core/search/words.ts';
import {
  type ChangedProduct,
  type CommitNews,
  watchCatalogue,
  watchToldCatalogue,
} from './catalogue-changes.ts';
import { createCatalogueReading } from './catalogue-reading.ts';
import type { Connection } from './connection.ts';
import type { WrittenStock } from './feed-rows.ts';
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
/** Batches of changes that one search waits for at most: while a long feed comes in there are always more. */
const batchesAtOnce = 200;

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

  const reading = createCatalogueReading(connection);

  async function loadProducts(pause: () => Promise<void>): Promise<void> {
    for (let last = 0; ; ) {
      const rows = reading.products(last, batch);
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
      const rows = reading.words(last, wordBatch);
      for (const row of rows) vocabulary.learn(row.term, row.doc);
      await pause();
      const end = rows.at(-1);
      if (end === undefined) return;
      last = end.term;
    }
  }

  function applyTouched(storeId: string, wanted?: ReadonlySet<string>): void {
    for (const { sku, units } of reading.touchedUnits(storeId, wanted)) {
      index.setAvailable(storeId, sku, units);
    }
  }

  async function loadStock(storeId: string, pause: () => Promise<void>): Promise<void> {
    for (let last = ''; ; ) {
      const rows = reading.stock(storeId, last, stockBatch);
      for (const row of rows) index.setAvailable(storeId, row.sku, row.units);
      await pause();
      const end = rows.at(-1);
      if (end === undefined) break;
      last = end.sku;
    }
    applyTouched(storeId);
  }

  async function applyProducts(
    changed: readonly ChangedProduct[],
    pause: () => Promise<void>,
  ): Promise<void> {
    changedSinceWords += changed.length;
    const untold = changed.filter(({ document }) => document === undefined);
    const read = reading.documents(untold.map(({ id }) => id));
    for (const { id, document = read.get(id) ?? null } of changed) {
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

  function applyStock(changed: readonly WrittenStock[]): void {
    const skusByShop = new Map<string, Set<string>>();
    for (const { storeId, skus, units } of changed) {
      const read = units === null ? reading.units(storeId, skus) : undefined;
      const wanted = skusByShop.get(storeId) ?? new Set();
      skusByShop.set(storeId, wanted);
      for (const [place, sku] of skus.entries()) {
        index.setAvailable(storeId, sku, units?.[place] ?? read?.get(sku) ?? 0);
        wanted.add(sku);
      }
    }
    for (const [storeId, wanted] of skusByShop) applyTouched(storeId, wanted);
  }

  async function applyChanges(pause: () => Promise<void>): Promise<void> {
    for (let count = 0; count < batchesAtOnce; count += 1) {
      if (connection.inTransaction() || !changes.any()) return;
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
    // What is read in a transaction may be rolled back, or be what was before: it serves this once.
    const lasting = !connection.inTransaction();
    const pause = slicing.createPause();
    const version = changes.version();
    if (loadedVersion !== version) {
      changes.clear();
      index.clear();
      shops.clear();
      await loadProducts(pause);
      await loadWords(pause);
      if (lasting) loadedVersion = version;
    }
    if (!shops.has(storeId)) {
      await loadStock(storeId, pause);
      if (lasting && !connection.inTransaction()) shops.add(storeId);
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
    // Whoever asks next reads everything anew.
    if (loadedVersion !== changes.version()) changes.forgetTold();
    // A file that cannot be read says so to the next one who asks.
    else run(applyChanges(slicing.createPause())).catch(() => undefined);
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
