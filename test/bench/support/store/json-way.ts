/**
 * `node --import tsx json-way.ts WHAT URL FOLDER DOCUMENTS`: the same shop as one JSON answer, kept by lowdb with its own file
 * adapter and searched with MiniSearch. DOCUMENTS is `product` or `variant`: what the index holds. Writes one line of JSON.
 */
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import MiniSearch from 'minisearch';
import type { Product } from '../../../../src/contracts/catalogue.ts';
import type { StockRow } from '../../../../src/contracts/feed.ts';
import { documentOf, weights } from '../search/peers.ts';
import { type Blocks, watchBlocks } from './block-watch.ts';
import { type Content, firstSearch, makeDeltas } from './content.ts';

export interface JsonSync {
  readonly firstSyncMs: number;
  readonly blocks: Blocks;
  readonly found: number;
  /** Ten thousand changes: written after each 500 of them (measured for some, then multiplied), and once at the end. */
  readonly deltasInBatchesMs: number;
  readonly deltasAtOnceMs: number;
  /** One change and its write. */
  readonly oneChangeMs: number;
}

const [what, url = '', folder = '', documents] = process.argv.slice(2);
const batch = 500;
/** Writes that are measured: they are all alike, and twenty of them take a minute. */
const measuredWrites = 4;

const openFile = () =>
  JSONFilePreset<{ products: readonly Product[]; stock: StockRow[] }>(join(folder, 'db.json'), {
    products: [],
    stock: [],
  });

/** Gives the number of products with a fitting variant: the first search. */
function searchIn(products: readonly Product[]): number {
  const { text, size } = firstSearch;
  if (documents === 'product') {
    const index = new MiniSearch({ fields: Object.keys(weights), searchOptions: { boost: weights } });
    index.addAll(products.map(documentOf));
    const byHandle = new Map(products.map((product) => [product.handle, product]));
    const fits = (handle: string): boolean =>
      byHandle.get(handle)?.variants.some((variant) => variant.size === size) ?? false;
    return index.search(text, { combineWith: 'AND', filter: ({ id }) => fits(String(id)) }).length;
  }
  const index = new MiniSearch({
    fields: Object.keys(weights),
    storeFields: ['handle', 'size', 'price'],
    searchOptions: { boost: weights },
  });
  for (const product of products) {
    const document = documentOf(product);
    index.addAll(
      product.variants.map((variant) => ({
        ...document,
        id: variant.sku,
        handle: product.handle,
        size: variant.size,
        price: variant.price,
      })),
    );
  }
  const found = index.search(text, { combineWith: 'AND', filter: (result) => result.size === size });
  return new Set(found.map(({ handle }) => String(handle))).size;
}

async function sync(): Promise<JsonSync> {
  const stop = watchBlocks();
  let began = performance.now();
  const answer = await fetch(`${url}/shop.json`);
  const content = (await answer.json()) as Content;
  const file = await openFile();
  file.data = { products: content.products, stock: [...content.stock] };
  await file.write();
  const found = searchIn(file.data.products);
  const firstSyncMs = performance.now() - began;
  const blocks = stop();

  const places = new Map(file.data.stock.map(({ sku }, place) => [sku, place]));
  const change = (row: StockRow): void => {
    const place = places.get(row.sku);
    if (place !== undefined) file.data.stock[place] = row;
  };
  const deltas = makeDeltas(content);
  began = performance.now();
  for (let write = 0; write < measuredWrites; write += 1) {
    for (const row of deltas.slice(write * batch, (write + 1) * batch)) change(row);
    await file.write();
  }
  const deltasInBatchesMs = ((performance.now() - began) * deltas.length) / (measuredWrites * batch);
  began = performance.now();
  for (const row of deltas) change(row);
  await file.write();
  const deltasAtOnceMs = performance.now() - began;
  began = performance.now();
  for (const row of deltas.slice(0, 1)) change(row);
  await file.write();
  const oneChangeMs = performance.now() - began;
  return { firstSyncMs, blocks, found, deltasInBatchesMs, deltasAtOnceMs, oneChangeMs };
}

async function restart(): Promise<{ readonly restartMs: number; readonly found: number }> {
  const began = performance.now();
  const file = await openFile();
  const found = searchIn(file.data.products);
  return { restartMs: performance.now() - began, found };
}

process.stdout.write(JSON.stringify(what === 'restart' ? await restart() : await sync()));
