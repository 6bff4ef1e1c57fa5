import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CapsuleKey } from '../../../contracts/capsule.ts';
import type { FeedLine } from '../../../contracts/feed.ts';
import { writeFeedText } from '../../../contracts/feed-text.ts';
import { createSqliteCatalogue, type SqliteCatalogue } from '../catalogue.ts';
import { createFeedWriter } from '../feed-writer.ts';
import type { Database } from '../open-database.ts';
import { putReservation } from '../reservation-repository.ts';
import {
  createTestEnvironment,
  epochs,
  makeFeed,
  makeProduct,
  makeReservation,
  makeStock,
  openKioskFile,
  requested,
  shop,
} from '../testing/samples.ts';
import { createStoreThread, type StoreThread } from './store-thread.ts';

const programs = {
  store: new URL('../testing/store-thread.mjs', import.meta.url),
  dying: new URL('../testing/dying-thread.mjs', import.meta.url),
};

let folder: string;
let thread: StoreThread;
let database: Database;
let catalogue: SqliteCatalogue;
let kept: (readonly CapsuleKey[])[];

function open(program: URL): void {
  kept = [];
  thread = createStoreThread({
    program,
    keepCapsuleKeys: async (keys) => {
      kept.push(keys);
    },
  });
  const file = join(folder, 'shop.sqlite');
  database = openKioskFile(file, { partner: thread.partner });
  catalogue = createSqliteCatalogue(database, { news: thread.news });
  thread.start(file);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-thread-'));
});
afterEach(async () => {
  await thread.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

const products = Array.from({ length: 300 }, (_, index) =>
  makeProduct(`kurta-${100 + index}`, ['S/Red/10', 'M/Red/20']),
);
const rows = (some: readonly (typeof products)[number][], onHand = 5): readonly FeedLine[] => [
  { type: 'store', store: shop },
  ...some.map((product): FeedLine => ({ type: 'product', product })),
  ...some.flatMap(({ variants }) =>
    variants.map(({ sku }): FeedLine => ({ type: 'stock', row: makeStock(sku, { onHand }) })),
  ),
];

async function* sent(lines: readonly FeedLine[]): AsyncGenerator<string> {
  yield* writeFeedText(lines).trimEnd().split('\n');
}

const contents = ({ connection }: Database) => ({
  products: connection.prepare('SELECT handle, document FROM product ORDER BY 1').all(),
  variants: connection.prepare('SELECT sku FROM variant ORDER BY 1').all(),
  stock: connection.prepare('SELECT sku, onHand FROM stock ORDER BY 1').all(),
  words: connection.prepare('SELECT term, doc FROM productWord ORDER BY 1').all(),
  replica: connection.prepare('SELECT epoch, cursor FROM replica').all(),
});

const unitsOf = async (text: string) =>
  (await catalogue.search(shop.storeId, { text })).items.map(({ handle, availableHere }) => ({
    handle,
    availableHere,
  }));

test('what the thread writes is what the writer here writes, and search has followed it', async () => {
  open(programs.store);
  await catalogue.warm(shop.storeId);
  const progress: number[] = [];
  const whole = makeFeed(rows(products));
  const outcome = await thread.apply(sent(whole), { requested, onProgress: (share) => progress.push(share) });
  expect(outcome).toMatchObject({ value: { mode: 'snapshot', catalogueChanged: true } });
  expect(progress.at(-1)).toBe(1);

  const here = openKioskFile();
  const writer = createFeedWriter(here, createTestEnvironment());
  await writer.apply(sent(whole), { requested });
  expect(contents(database)).toEqual(contents(here));
  expect(await unitsOf('kurta 117')).toEqual([{ handle: 'kurta-117', availableHere: 10 }]);

  // A hold here, a change and a removal there: search knows of each without reading everything anew.
  await database.transaction((query) =>
    putReservation(query, makeReservation({ sku: 'kurta-117-S-Red' }), 1),
  );
  expect(await unitsOf('kurta 117')).toEqual([{ handle: 'kurta-117', availableHere: 9 }]);
  const delta = makeFeed(
    [
      { type: 'stock', row: makeStock('kurta-117-M-Red', { onHand: 1 }) },
      { type: 'stock', row: makeStock('kurta-117-S-Red', { reserved: 1 }) },
      { type: 'product-removed', handle: 'kurta-118' },
    ],
    { mode: 'delta', cursor: '2', appliedSequence: 1 },
  );
  expect(await thread.apply(sent(delta), { requested })).toMatchObject({
    value: { skus: ['kurta-117-M-Red', 'kurta-117-S-Red'] },
  });
  expect(await unitsOf('kurta 117')).toEqual([{ handle: 'kurta-117', availableHere: 5 }]);
  const all = await catalogue.search(shop.storeId, { limit: 100, offset: 0, sort: 'newest' });
  expect(all.total).toBe(products.length - 1);
});

test('search counts a recount made here once, before and after the hub has counted it', async () => {
  open(programs.store);
  await thread.apply(sent(makeFeed(rows(products))), { requested });
  expect(await unitsOf('kurta 117')).toEqual([{ handle: 'kurta-117', availableHere: 10 }]);
  await database.transaction(async (query) => {
    const change = { storeId: shop.storeId, sku: 'kurta-117-S-Red', onHand: -3, rights: 0 };
    await query
      .insertInto('stockChange')
      .values({ sequence: 1, ...change })
      .execute();
    await query.updateTable('replica').set({ lastSequence: 1 }).execute();
  });
  expect(await unitsOf('kurta 117')).toEqual([{ handle: 'kurta-117', availableHere: 7 }]);
  const delta = makeFeed([{ type: 'stock', row: makeStock('kurta-117-S-Red', { onHand: 2 }) }], {
    mode: 'delta',
    cursor: '2',
    appliedSequence: 1,
  });
  // As slow as a hub: search follows the rows before they are said to be counted.
  async function* slowly() {
    for await (const text of sent(delta)) {
      yield text;
      await sleep(20);
    }
  }
  expect(await thread.apply(slowly(), { requested })).toMatchObject({ ok: true });
  await expect.poll(() => unitsOf('kurta 117')).toEqual([{ handle: 'kurta-117', availableHere: 7 }]);
});

test('writing here and there takes turns, and neither is lost', async () => {
  open(programs.store);
  const written = thread.apply(sent(makeFeed(rows(products))), { requested });
  for (let code = 0; code < 50; code += 1) {
    await database.transaction((query) =>
      query
        .insertInto('offer')
        .values({ code: `HERE-${code}`, document: '{}', generation: 9 })
        .execute(),
    );
  }
  expect(await written).toMatchObject({ ok: true });
  const count = (table: string) =>
    database.connection.prepare<{ count: number }>(`SELECT count(*) AS count FROM ${table}`).first()?.count;
  expect([count('offer'), count('product'), count('stock')]).toEqual([50, 300, 600]);
});

test('lines that break off are kept as far as they came, and the reason stays what it was', async () => {
  open(programs.store);
  const whole = makeFeed(rows(products));
  async function* breaking() {
    for await (const text of sent(whole.slice(0, 200))) yield text;
    yield JSON.stringify({ type: 'checkpoint', cursor: 's', appliedSequence: 0, complete: false });
    throw new TypeError('the line broke');
  }
  await expect(thread.apply(breaking(), { requested })).rejects.toThrow(new TypeError('the line broke'));
  expect(contents(database).products).toHaveLength(198);
  expect(database.connection.prepare('SELECT snapshotCursor FROM replica').all()).toEqual([
    { snapshotCursor: 's' },
  ]);
  const rest = makeFeed(whole.slice(200, -1), { mode: 'rest' });
  expect(await thread.apply(sent(rest), { requested })).toMatchObject({ ok: true });
  expect(contents(database).products).toHaveLength(300);
});

test('what has come whole counts, whatever becomes of the line after it', async () => {
  open(programs.store);
  async function* breakingAfterwards() {
    yield* sent(makeFeed(rows(products)));
    throw new TypeError('the line broke');
  }
  expect(await thread.apply(breakingAfterwards(), { requested })).toMatchObject({
    ok: true,
    value: { mode: 'snapshot', catalogueChanged: true },
  });
});

test('reads no further than the writer does, and says what it says', async () => {
  open(programs.store);
  let read = 0;
  let closed = false;
  async function* foreign() {
    try {
      for (;;) {
        read += 1;
        yield '<html>'.repeat(1000);
      }
    } finally {
      closed = true;
    }
  }
  const broken = { ok: false, failure: { reason: 'feed-broken' } };
  expect(await thread.apply(foreign(), { requested })).toMatchObject(broken);
  expect([closed, read < 1000]).toEqual([true, true]);
  const other = makeFeed([], { mode: 'delta', epoch: epochs[1] });
  expect(await thread.apply(sent(other), { requested })).toMatchObject(broken);
});

test('keys are pinned on this side before the feed goes on', async () => {
  open(programs.store);
  const at = '2026-11-22T09:00:00.000Z';
  const keys: readonly CapsuleKey[] = [
    { keyId: 'a', publicKey: 'k'.repeat(43), notBefore: at, notAfter: at },
  ];
  const line = JSON.stringify({ type: 'capsule-keys', keys });
  async function* withKeys() {
    const [begin, ...others] = makeFeed([]);
    yield JSON.stringify(begin);
    yield line;
    for (const other of others) yield JSON.stringify(other);
  }
  expect(await thread.apply(withKeys(), { requested })).toMatchObject({ ok: true });
  expect(kept).toEqual([keys]);
});

test('the log is cut on the other side', async () => {
  open(programs.store);
  await thread.apply(sent(makeFeed(rows(products))), { requested });
  expect(statSync(join(folder, 'shop.sqlite-wal')).size).toBeGreaterThan(0);
  expect(await database.truncateLog()).toBe(true);
  expect(statSync(join(folder, 'shop.sqlite-wal')).size).toBe(0);
});

test('a thread that dies says so, and is started anew by the next feed', async () => {
  open(programs.dying);
  await catalogue.warm(shop.storeId);
  await expect(thread.apply(sent(makeFeed(rows(products))), { requested })).rejects.toThrow(
    'The thread dies',
  );
  expect(existsSync(join(folder, 'shop.sqlite.died'))).toBe(true);
  expect(await thread.apply(sent(makeFeed(rows(products))), { requested })).toMatchObject({ ok: true });
  expect(await unitsOf('kurta 117')).toEqual([{ handle: 'kurta-117', availableHere: 10 }]);
  expect(await database.truncateLog()).toBe(true);
});
