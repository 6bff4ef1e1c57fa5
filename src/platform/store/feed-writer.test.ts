import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Product } from '../../contracts/catalogue.ts';
import type { FeedLine } from '../../contracts/feed.ts';
import { writeFeedText } from '../../contracts/feed-text.ts';
import { defaultStorePolicy } from '../../contracts/store-policy.ts';
import type { ExpectedVisitor } from '../../contracts/visitor.ts';
import { createFeedWriter } from './feed-writer.ts';
import type { Database } from './open-database.ts';
import { findPolicy } from './policy-row.ts';
import {
  createTestEnvironment,
  epochs,
  makeFeed,
  makeProduct,
  makeStock,
  openKioskFile,
  requested,
  shop,
  toLines,
} from './testing/samples.ts';

const products = [1, 2, 3, 4].map((number) => makeProduct(`kurta-${number}`, ['S/Red/10', 'M/Red/10']));
const [first, second, third, fourth] = products as [Product, Product, Product, Product];
const changed = products.map((product) => ({ ...product, title: `${product.title} again` }));

/** All that the feed brings, without stamps of when. */
function contents({ connection }: Database) {
  return {
    stores: connection.prepare('SELECT storeId FROM store ORDER BY 1').all(),
    products: connection.prepare('SELECT handle, document FROM product ORDER BY 1').all(),
    variants: connection.prepare('SELECT sku FROM variant ORDER BY 1').all(),
    stock: connection.prepare('SELECT sku, onHand, granted, spent FROM stock ORDER BY 1').all(),
    words: connection.prepare('SELECT term, doc FROM productWord ORDER BY 1').all(),
    replica: connection.prepare('SELECT epoch, cursor, appliedSequence FROM replica').all(),
  };
}

const snapshot: readonly FeedLine[] = makeFeed([
  { type: 'store', store: shop },
  ...products.map((product): FeedLine => ({ type: 'product', product })),
  ...products.map((product): FeedLine => ({ type: 'stock', row: makeStock(`${product.handle}-S-Red`) })),
]);

const delta = (rows: readonly FeedLine[]): readonly FeedLine[] =>
  makeFeed(rows, { mode: 'delta', cursor: '2', appliedSequence: 0 });

async function filled(...feeds: readonly (readonly FeedLine[])[]): Promise<Database> {
  const database = openKioskFile();
  const writer = createFeedWriter(database, createTestEnvironment());
  for (const feed of feeds) await writer.apply(toLines(feed), { requested }).catch(() => undefined);
  return database;
}

const row = fc.oneof(
  fc.nat(3).map((index): FeedLine => ({ type: 'product-removed', handle: `kurta-${index + 1}` })),
  fc.constantFrom(...products, ...changed).map((product): FeedLine => ({ type: 'product', product })),
  fc
    .record({ sku: fc.constantFrom(...products.map(({ handle }) => `${handle}-S-Red`)), onHand: fc.nat(9) })
    .map(({ sku, onHand }): FeedLine => ({ type: 'stock', row: makeStock(sku, { onHand }) })),
);

test('a feed that breaks off and comes again, or comes twice, ends where one whole reading ends', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.nat(14), async (rows, cut) => {
      const whole = delta(rows);
      const once = await filled(snapshot, whole);
      const broken = await filled(snapshot, whole.slice(0, cut), whole, whole);
      expect(contents(broken)).toEqual(contents(once));
    }),
    { numRuns: 40 },
  );
});

test('each line twice is each line once', async () => {
  const doubled = snapshot.flatMap((line): FeedLine[] =>
    line.type === 'begin' || line.type === 'checkpoint' ? [line] : [line, line],
  );
  expect(contents(await filled(doubled))).toEqual(contents(await filled(snapshot)));
});

test('a broken snapshot leaves what was there, a whole one takes away what it lacks', async () => {
  const smaller = makeFeed(
    [
      { type: 'store', store: shop },
      ...products.slice(0, 1).map((product): FeedLine => ({ type: 'product', product })),
    ],
    { cursor: '9', epoch: epochs[1] },
  );
  const broken = await filled(snapshot, smaller.slice(0, -1));
  expect(contents(broken)).toEqual(contents(await filled(snapshot)));
  expect(contents(await filled(snapshot, smaller))).toEqual(contents(await filled(smaller)));
});

test('a feed as it is sent brings what its lines bring one by one', async () => {
  async function* sent(lines: readonly FeedLine[]) {
    yield* writeFeedText(lines).split('\n');
  }
  const lines = [
    ...snapshot.slice(0, -1),
    // The same thing again, and a variant that moves from one product to another and back.
    ...changed.map((product): FeedLine => ({ type: 'product', product })),
    { type: 'product', product: { ...first, variants: [...first.variants, ...second.variants] } },
    { type: 'product', product: { ...second, variants: [] } },
    { type: 'product', product: first },
    { type: 'product', product: { ...second, variants: second.variants.slice(1) } },
    ...snapshot.slice(-1),
  ] as const satisfies readonly FeedLine[];
  const database = openKioskFile();
  await createFeedWriter(database, createTestEnvironment()).apply(sent(lines), { requested });
  const expected = contents(await filled(lines));
  expect(contents(database)).toEqual(expected);
  const left = [...first.variants, ...second.variants.slice(1), ...third.variants, ...fourth.variants];
  expect(expected.variants).toEqual(
    left
      .map(({ sku }) => sku)
      .sort()
      .map((sku) => ({ sku })),
  );
});

const between = (cursor: string): FeedLine => ({
  type: 'checkpoint',
  cursor,
  appliedSequence: 0,
  complete: false,
});

/** A snapshot with a checkpoint after every two rows, broken off after `cut` of them, and its rest from there. */
function inTwo(cut: number): { readonly broken: readonly FeedLine[]; readonly rest: readonly FeedLine[] } {
  const rows = snapshot.slice(1, -1);
  const lines = rows.flatMap((line, index) => (index % 2 === 1 ? [line, between(`s${index + 1}`)] : [line]));
  const here = cut - (cut % 2);
  const rest = makeFeed(rows.slice(here), { mode: 'rest', cursor: '1' });
  return { broken: [...snapshot.slice(0, 1), ...lines.slice(0, cut + here / 2)], rest };
}

test('a snapshot that breaks off goes on after its last checkpoint, and takes away what it lacks at its end', async () => {
  const old = makeFeed([{ type: 'product', product: makeProduct('old', ['S/Red/1']) }], { epoch: epochs[1] });
  const whole = contents(await filled(old, snapshot));
  for (const cut of [2, 3, 6, 9]) {
    const { broken, rest } = inTwo(cut);
    const database = await filled(old, broken);
    const writer = createFeedWriter(database, createTestEnvironment());
    const here = cut - (cut % 2);
    expect(writer.position()).toMatchObject({ epoch: epochs[0], cursor: `s${here}`, arrived: here / 9 });
    expect(contents(database).products).toContainEqual(expect.objectContaining({ handle: 'old' }));
    const progress: number[] = [];
    const outcome = await writer.apply(toLines(rest), {
      requested,
      onProgress: (share) => progress.push(share),
    });
    expect(outcome).toMatchObject({
      value: { mode: 'snapshot', catalogueChanged: true, mayHaveForgotten: true },
    });
    expect(progress).toEqual(here === 9 ? [] : [1]);
    expect(contents(database)).toEqual(whole);
    expect(writer.position()).toMatchObject({ cursor: '1', arrived: null });
  }
});

test('what a hub cannot go on from is begun anew', async () => {
  const { broken, rest } = inTwo(4);
  const failure = { ok: false, failure: { kind: 'internal', reason: 'feed-broken' } };
  for (const wrong of [delta([]), makeFeed([], { mode: 'delta', epoch: epochs[1] })]) {
    const database = await filled(snapshot, broken);
    const writer = createFeedWriter(database, createTestEnvironment());
    expect(writer.position()).toMatchObject({ cursor: 's4' });
    expect(await writer.apply(toLines(wrong), { requested })).toMatchObject(failure);
    expect(writer.position()).toMatchObject({ epoch: epochs[0], cursor: '1', arrived: null });
    expect(await writer.apply(toLines(rest), { requested })).toMatchObject(failure);
  }
});

test('own holds count as not included while a snapshot is under way', async () => {
  const database = await filled(makeFeed([], { appliedSequence: 57 }));
  const writer = createFeedWriter(database, createTestEnvironment());
  const applied = () => database.connection.prepare('SELECT appliedSequence FROM replica').all();
  await writer.apply(toLines(makeFeed([], { epoch: epochs[1] }).slice(0, 1)), { requested });
  expect(applied()).toEqual([{ appliedSequence: 0 }]);
  await writer.apply(toLines(makeFeed([], { epoch: epochs[1], appliedSequence: 55 })), { requested });
  expect(applied()).toEqual([{ appliedSequence: 55 }]);
});

test('says what it did, and refuses changes to nothing, other starts and other lines', async () => {
  const database = openKioskFile();
  const writer = createFeedWriter(database, createTestEnvironment());
  const progress: number[] = [];
  const broken = { ok: false, failure: { kind: 'internal', reason: 'feed-broken' } };
  expect(await writer.apply(toLines(delta([])), { requested })).toMatchObject(broken);
  expect(
    await writer.apply(toLines(snapshot), { requested, onProgress: (share) => progress.push(share) }),
  ).toEqual({
    ok: true,
    value: { mode: 'snapshot', catalogueChanged: true, skus: [], mayHaveForgotten: false },
  });
  expect(progress.at(-1)).toBe(1);
  expect(
    await writer.apply(toLines(delta([{ type: 'stock', row: makeStock('kurta-1-S-Red') }])), { requested }),
  ).toMatchObject({ value: { mode: 'delta', catalogueChanged: false, skus: ['kurta-1-S-Red'] } });

  expect(await writer.apply(toLines(snapshot.slice(1)), { requested })).toMatchObject(broken);
  expect(await writer.apply(toLines(snapshot.slice(0, -1)), { requested })).toMatchObject(broken);
  async function* nonsense() {
    yield JSON.stringify(snapshot[0]);
    yield '<html>';
  }
  expect(await writer.apply(nonsense(), { requested })).toMatchObject(broken);
  expect(writer.position()).toMatchObject({ epoch: epochs[0], cursor: '2' });

  expect(await writer.apply(toLines(makeFeed([], { epoch: epochs[1] })), { requested })).toMatchObject({
    value: { mayHaveForgotten: true },
  });
});

test('a hub that has decided more than was made here moves the count on', async () => {
  const database = await filled(makeFeed([], { appliedSequence: 57 }));
  expect(database.connection.prepare('SELECT lastSequence FROM replica').all()).toEqual([
    { lastSequence: 57 },
  ]);
});

test('cuts its transactions where the given slices end', async () => {
  const none = async () => undefined;
  const transactionsWith = async (rowsEach: number): Promise<number> => {
    const database = openKioskFile();
    let transactions = 0;
    const counted: Database = {
      ...database,
      transaction: (work, options) => {
        transactions += 1;
        return database.transaction(work, options);
      },
    };
    const createBudget = () => {
      let left = rowsEach;
      return () => {
        left -= 1;
        return left > 0;
      };
    };
    const slicing = { createPause: () => none, createBudget, yield: none };
    const stock = Array.from({ length: 12 }, (_, index) => makeStock(`sku-${index}`));
    const feed = makeFeed(stock.map((row): FeedLine => ({ type: 'stock', row })));
    await createFeedWriter(counted, createTestEnvironment(), { slicing }).apply(toLines(feed), { requested });
    return transactions;
  };
  expect((await transactionsWith(1)) - (await transactionsWith(3))).toBe(12 - 4);
});

const visitorOf = (letter: string, sealed = 'x'.repeat(40)): ExpectedVisitor => ({
  lookupId: letter.repeat(16),
  sealed,
  expiresAt: new Date(createTestEnvironment().at + 60_000).toISOString(),
});
const visitorsIn = ({ connection }: Database) =>
  connection.prepare('SELECT lookupId, sealed FROM expectedVisitor WHERE expiresAt > 0 ORDER BY 1').all();

test('visitors come, change and go by the feed; whom a snapshot does not name is not expected any more', async () => {
  const line = (visitor: ExpectedVisitor): FeedLine => ({ type: 'visitor', visitor });
  const first = makeFeed([line(visitorOf('a')), line(visitorOf('b')), line(visitorOf('c'))]);
  const second = makeFeed(
    [line(visitorOf('a', 'y'.repeat(40))), { type: 'visitor-removed', lookupId: 'b'.repeat(16) }],
    { mode: 'delta', cursor: '2' },
  );
  expect(visitorsIn(await filled(first, second))).toEqual([
    { lookupId: 'a'.repeat(16), sealed: 'y'.repeat(40) },
    { lookupId: 'c'.repeat(16), sealed: 'x'.repeat(40) },
  ]);
  expect(visitorsIn(await filled(first, makeFeed([line(visitorOf('c'))])))).toEqual([
    { lookupId: 'c'.repeat(16), sealed: 'x'.repeat(40) },
  ]);
});

test('keys are pinned before the cursor that covers them is stored', async () => {
  const database = openKioskFile();
  const writer = createFeedWriter(database, createTestEnvironment(), {
    keepCapsuleKeys: async () => {
      throw new Error('The disk is full');
    },
  });
  const keys = makeFeed([{ type: 'capsule-keys', keys: [] }]);
  await expect(writer.apply(toLines(keys), { requested })).rejects.toThrow('The disk is full');
  expect(writer.position().cursor).toBeNull();
});

test('the policy is the one that the feed last brought, and the default where a snapshot brings none', async () => {
  const policy = { ...defaultStorePolicy, exchanges: { days: 7 } };
  const told = makeFeed([{ type: 'store-policy', policy }]);
  expect(await findPolicy((await filled()).query)).toEqual(defaultStorePolicy);
  expect(await findPolicy((await filled(told)).query)).toEqual(policy);
  expect(await findPolicy((await filled(told, delta([]))).query)).toEqual(policy);
  expect(await findPolicy((await filled(told, snapshot)).query)).toEqual(defaultStorePolicy);
});
