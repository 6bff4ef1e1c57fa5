/** Search over 100,000 variants: one slip of the finger and two filters, against MiniSearch and Fuse. */
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Product } from '../../src/contracts/catalogue.ts';
import { createSqliteCatalogue } from '../../src/platform/store/catalogue.ts';
import { createCatalogueRows } from '../../src/platform/store/catalogue-rows.ts';
import { baseMigrations } from '../../src/platform/store/migrations/base.ts';
import { openDatabase } from '../../src/platform/store/open-database.ts';
import { createRandom, pick } from '../support/seeded.ts';
import { makeCatalogue } from './support/catalogue.ts';
import { type Contender, fits, type Query, shopId, shown, unitsOf } from './support/search/contender.ts';
import {
  createFuse,
  createMiniSearch,
  createVariantSearch,
  createWholeAnswer,
} from './support/search/peers.ts';
import { percentile } from './support/statistics.ts';

const variantCount = 100_000;
const queryCount = 300;
/** Fuse needs a tenth of a second and more for each query. */
const fuseQueryCount = 40;
const warmUp = 20;

interface Figures {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  readonly recall: number;
}

/** Drops, doubles, swaps or replaces one letter behind the first. */
function misspell(random: () => number, word: string): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = word[at] ?? '';
  switch (Math.floor(random() * 4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + letter + word.slice(at);
    case 2:
      return word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2);
    default:
      return word.slice(0, at) + pick(random, [...'aeiourstln']) + word.slice(at + 1);
  }
}

function makeQueries(products: readonly Product[]): readonly Query[] {
  const random = createRandom(11);
  return Array.from({ length: queryCount }, () => {
    const product = pick(random, products);
    const meant = [product.attributes.fabric?.[0] ?? '', product.productType].map((word) =>
      word.toLowerCase(),
    );
    const wrong = random() < 0.5 ? 0 : 1;
    const text = meant.map((word, index) => (index === wrong ? misspell(random, word) : word)).join(' ');
    return {
      meant,
      text,
      size: pick(random, ['S', 'M', 'L']),
      maximumPrice: 250_000 + Math.floor(random() * 200_000),
    };
  });
}

/** Share of the shown results that are what was meant, of those that could have been shown. */
function recall(query: Query, results: readonly string[], products: ReadonlyMap<string, Product>): number {
  let possible = 0;
  const right = new Set<string>();
  for (const product of products.values()) {
    const fabric = product.attributes.fabric?.[0]?.toLowerCase();
    const meant = fabric === query.meant[0] && product.productType.toLowerCase() === query.meant[1];
    if (!meant || !fits(product, query)) continue;
    possible += 1;
    right.add(product.handle);
  }
  const found = results.slice(0, shown).filter((handle) => right.has(handle)).length;
  return possible === 0 ? 1 : found / Math.min(shown, possible);
}

async function createAisle(products: readonly Product[], folder: string): Promise<Contender> {
  const opened = openDatabase(join(folder, 'search.db'), baseMigrations);
  if (!opened.ok) throw new Error(opened.failure.message);
  const database = opened.value;
  const rows = createCatalogueRows(database.connection);
  await database.transaction(async () => {
    const stock = database.connection.prepare(
      'INSERT INTO stock (storeId, sku, onHand, asOf) VALUES (?, ?, ?, 0)',
    );
    for (const product of products) {
      rows.putProduct(product);
      for (const { sku, number } of product.variants) stock.run(shopId, sku, unitsOf(number));
    }
  });
  const catalogue = createSqliteCatalogue(database);
  await catalogue.warm(shopId);
  return {
    name: 'Aisle',
    search: async ({ text, size, maximumPrice }) =>
      (await catalogue.search(shopId, { text, size, maximumPrice, limit: shown })).items.map(
        ({ handle }) => handle,
      ),
  };
}

/** Milliseconds of the best of three tries, and what it found: others on the machine and the collector hit at random. */
async function time(
  contender: Contender,
  query: Query,
): Promise<{ readonly took: number; readonly results: readonly string[] }> {
  let took = Number.POSITIVE_INFINITY;
  let results: readonly string[] = [];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const began = performance.now();
    results = await contender.search(query);
    took = Math.min(took, performance.now() - began);
  }
  return { took, results };
}

/** The contenders take turns at each query, so that what else the machine does hits all alike. */
async function measure(
  contenders: readonly { readonly contender: Contender; readonly queries: number }[],
  queries: readonly Query[],
  products: ReadonlyMap<string, Product>,
): Promise<readonly Figures[]> {
  const runs = contenders.map(({ contender, queries: limit }) => ({
    contender,
    limit,
    times: [] as number[],
    recalls: [] as number[],
  }));
  for (const [index, query] of queries.entries()) {
    for (const { contender, limit, times, recalls } of runs) {
      if (index >= limit) continue;
      const { took, results } = await time(contender, query);
      // The first ones compile what all use.
      if (index >= warmUp) times.push(took);
      recalls.push(recall(query, results, products));
    }
  }
  return runs.map(({ contender, times, recalls }) => ({
    name: contender.name,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    recall: recalls.reduce((sum, one) => sum + one, 0) / recalls.length,
  }));
}

export const title = `search: ${variantCount} variants, one slip, size and highest price`;

export async function run(): Promise<readonly string[]> {
  const products = makeCatalogue(variantCount);
  const byHandle = new Map(products.map((product) => [product.handle, product]));
  const queries = makeQueries(products);
  const folder = await mkdtemp(join(tmpdir(), 'aisle-bench-'));
  try {
    const all = queryCount;
    const twoSlips = (term: string): number => (term.length < 4 ? 1 : 2);
    const [aisle, ...others] = await measure(
      [
        { contender: await createAisle(products, folder), queries: all },
        { contender: createMiniSearch(byHandle, 'MiniSearch, fuzzy 0.2', () => 0.2), queries: all },
        { contender: createMiniSearch(byHandle, 'MiniSearch, two slips', twoSlips), queries: all },
        { contender: createWholeAnswer(products, twoSlips), queries: all },
        { contender: createVariantSearch(byHandle, twoSlips), queries: all },
        { contender: createFuse(byHandle), queries: fuseQueryCount },
      ],
      queries,
      byHandle,
    );
    if (aisle === undefined) throw new Error('Nothing was measured');
    return [
      'Aisle and ‘whole answer’ give total, facets, units and cards; the others only the handles',
      '                              p50 ms   p95 ms   recall   p50 to Aisle   p95 to Aisle',
      ...[aisle, ...others].map(({ name, p50, p95, recall: share }) => {
        const figures = [
          p50.toFixed(2).padStart(9),
          p95.toFixed(2).padStart(9),
          share.toFixed(3).padStart(9),
        ];
        const ratios = [p50 / aisle.p50, p95 / aisle.p95].map((ratio) =>
          `${ratio.toFixed(1)} x`.padStart(15),
        );
        return name.padEnd(28) + figures.join('') + ratios.join('');
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
