import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { median, percentile } from '../statistics.ts';
import type { AisleSync, Restart } from './aisle.ts';
import type { Blocks } from './block-watch.ts';
import {
  type Content,
  contentJson,
  deltaText,
  everythingText,
  makeContent,
  makeDeltas,
  snapshotText,
} from './content.ts';
import type { JsonSync } from './json-way.ts';
import { runChild, serveFiles } from './run-child.ts';

/** Medians over the rounds, in milliseconds; blocks: the longest of all rounds. */
export interface JsonFigures {
  readonly firstSync: number;
  readonly blocks: Blocks;
  readonly found: number;
  readonly deltasInBatches: number;
  readonly deltasAtOnce: number;
  readonly oneChange: number;
  readonly restart: number;
}

export interface StoreFigures {
  readonly variants: number;
  /** Rows of a first sync: products and stock. */
  readonly rows: number;
  readonly wire: {
    readonly feed: number;
    readonly json: number;
    /** With the usual level of compression, which takes longer to make. */
    readonly jsonLevel6: number;
  };
  readonly aisle: {
    readonly firstSync: number;
    readonly blocks: Blocks;
    readonly found: number;
    readonly deltas: number;
    readonly restart: number;
    readonly reservation: { readonly p50: number; readonly p95: number };
    readonly append: { readonly p50: number; readonly p95: number };
    readonly busyReservation: { readonly p50: number; readonly p95: number; readonly most: number };
    readonly busyBlocks: Blocks;
  };
  /** By what MiniSearch holds: a document a variant, which can filter by itself, or one a product. */
  readonly json: { readonly variant: JsonFigures; readonly product: JsonFigures };
}

type Documents = 'variant' | 'product';

/** Every way in processes of its own, in turns. */
export async function measureStore(variants: number, rounds: number): Promise<StoreFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-bench-'));
  const content = makeContent(variants);
  const wire = await writeFiles(folder, content);
  const server = await serveFiles(folder);
  const aisle: (AisleSync & Restart)[] = [];
  const json: Record<Documents, (JsonSync & Restart)[]> = { variant: [], product: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      const home = async (name: string): Promise<string> => {
        const made = join(folder, `${name}-${round}`);
        await mkdir(made);
        return made;
      };
      const own = await home('aisle');
      aisle.push({
        ...(await runChild<AisleSync>('aisle.ts', 'sync', server.url, own)),
        ...(await runChild<Restart>('aisle.ts', 'restart', server.url, own)),
      });
      await rm(own, { recursive: true });
      for (const documents of ['variant', 'product'] as const) {
        const theirs = await home(documents);
        json[documents].push({
          ...(await runChild<JsonSync>('json-way.ts', 'sync', server.url, theirs, documents)),
          ...(await runChild<Restart>('json-way.ts', 'restart', server.url, theirs, documents)),
        });
        await rm(theirs, { recursive: true });
      }
    }
  } finally {
    server.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return {
    variants,
    rows: content.products.length + content.stock.length,
    wire,
    aisle: aisleFigures(aisle),
    json: { variant: jsonFigures(json.variant), product: jsonFigures(json.product) },
  };
}

async function writeFiles(folder: string, content: Content): Promise<StoreFigures['wire']> {
  const snapshot = snapshotText(content);
  const json = contentJson(content);
  await writeFile(join(folder, 'snapshot.ndjson'), snapshot);
  await writeFile(join(folder, 'deltas.ndjson'), deltaText(makeDeltas(content)));
  await writeFile(join(folder, 'everything.ndjson'), everythingText(content));
  await writeFile(join(folder, 'shop.json'), json);
  return {
    feed: gzipSync(snapshot, { level: 4 }).length,
    json: gzipSync(json, { level: 4 }).length,
    jsonLevel6: gzipSync(json).length,
  };
}

const longestOf = (blocks: readonly Blocks[]): Blocks => ({
  longest: Math.max(...blocks.map(({ longest }) => longest)),
  longestOwn: Math.max(...blocks.map(({ longestOwn }) => longestOwn)),
});

const share = (values: readonly number[]) => ({ p50: median(values), p95: percentile(values, 0.95) });

function aisleFigures(rounds: readonly (AisleSync & Restart)[]): StoreFigures['aisle'] {
  const busy = rounds.flatMap(({ busyReservations }) => busyReservations);
  return {
    firstSync: median(rounds.map(({ firstSyncMs }) => firstSyncMs)),
    blocks: longestOf(rounds.map(({ blocks }) => blocks)),
    found: rounds[0]?.found ?? 0,
    deltas: median(rounds.map(({ deltasMs }) => deltasMs)),
    restart: median(rounds.map(({ restartMs }) => restartMs)),
    reservation: share(rounds.flatMap(({ reservations }) => reservations)),
    append: share(rounds.flatMap(({ appends }) => appends)),
    busyReservation: { ...share(busy), most: Math.max(...busy) },
    busyBlocks: longestOf(rounds.map(({ busyBlocks }) => busyBlocks)),
  };
}

function jsonFigures(rounds: readonly (JsonSync & Restart)[]): JsonFigures {
  return {
    firstSync: median(rounds.map(({ firstSyncMs }) => firstSyncMs)),
    blocks: longestOf(rounds.map(({ blocks }) => blocks)),
    found: rounds[0]?.found ?? 0,
    deltasInBatches: median(rounds.map(({ deltasInBatchesMs }) => deltasInBatchesMs)),
    deltasAtOnce: median(rounds.map(({ deltasAtOnceMs }) => deltasAtOnceMs)),
    oneChange: median(rounds.map(({ oneChangeMs }) => oneChangeMs)),
    restart: median(rounds.map(({ restartMs }) => restartMs)),
  };
}
