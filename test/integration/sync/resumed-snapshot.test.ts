import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { type LocalStore, openLocalStore } from '../../../src/composition/open-local-store.ts';
import { systemEnvironment } from '../../../src/composition/system-environment.ts';
import { writeFeedText } from '../../../src/contracts/feed-text.ts';
import type { CatalogueTransaction } from '../../../src/core/ports/catalogue-writer.ts';
import { beginServing } from '../../../src/platform/hub-store/begin-serving.ts';
import { createCatalogueWriter } from '../../../src/platform/hub-store/catalogue-writer.ts';
import { addDevice, type Device } from '../../../src/platform/hub-store/devices.ts';
import { readFeed } from '../../../src/platform/hub-store/feed-reader.ts';
import type { HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import { openFeed } from '../../../src/platform/hub-store/open-feed.ts';
import { openSqliteHub } from '../../../src/platform/hub-store/sqlite-hub.ts';
import { makeProduct, shop } from '../../../src/platform/store/testing/samples.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'aisle-resumed-'));
const environment = systemEnvironment;
const { storeId } = shop;
const products = 12;
const handleOf = (which: number) => `piece-${which}`;
let hub: HubDatabase;
let device: Device;

const write = (work: (transaction: CatalogueTransaction) => Promise<unknown>) =>
  createCatalogueWriter(hub).write(work, { dryRun: false });

const incoming = (handle: string, skus: readonly string[], title = handle) => {
  const [pattern] = makeProduct(handle, ['S/Red/10']).variants;
  if (!pattern) throw new Error('A product without variants');
  const { number: _, handle: __, ...variant } = pattern;
  const { variants: ___, ...fields } = makeProduct(handle, [], { title });
  return { ...fields, extra: {}, variants: skus.map((sku) => ({ ...variant, sku, extra: {} })) };
};

/** A new hub with a shop of pieces, one variant each. */
async function openHub(): Promise<void> {
  await hub?.close();
  const opened = await openSqliteHub(path.join(folder, `${v7()}.sqlite`), environment);
  if (!opened.ok) throw new Error(opened.failure.message);
  hub = opened.value;
  await beginServing(hub);
  ({ device } = await hub.transaction(async (transaction) =>
    addDevice(transaction, { deviceId: v7(), name: 'kiosk', storeId, kind: 'kiosk' }),
  ));
  await write(async (catalogue) => {
    await catalogue.putStore(shop);
    for (let which = 0; which < products; which += 1) {
      await catalogue.putProduct(incoming(handleOf(which), [handleOf(which)]));
      await catalogue.putStock({ storeId, sku: handleOf(which), onHand: which, location: null });
    }
  });
}

beforeEach(openHub);
afterAll(async () => {
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

function openKiosk(): LocalStore {
  const opened = openLocalStore(mkdtempSync(path.join(folder, 'kiosk-')), environment, () => 1);
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

/** Reads the feed until so many lines have come; what `meanwhile` does happens between two slices of the hub's reading. */
async function pull(
  { feed }: LocalStore,
  most = Number.POSITIVE_INFINITY,
  meanwhile?: () => Promise<unknown>,
) {
  const position = feed.position();
  const from = position.epoch && position.cursor ? { epoch: position.epoch, cursor: position.cursor } : null;
  const opened = await openFeed(hub, device, { from, sequence: 0 });
  let begun = '';
  async function* lines() {
    let left = most;
    for await (const slice of readFeed(hub.sql, device, opened, 5)) {
      for (const line of writeFeedText(slice).split('\n').filter(Boolean)) {
        if (left <= 0) return;
        begun ||= JSON.parse(line).mode;
        yield line;
        left -= 1;
      }
      await meanwhile?.();
    }
  }
  const requested = { now: environment.now(), uptime: environment.uptime() };
  const applied = await feed.apply(lines(), { requested });
  return { begun, complete: applied.ok };
}

const contents = ({ database: { connection } }: LocalStore) => ({
  products: connection.prepare('SELECT handle, document FROM product ORDER BY handle').all(),
  variants: connection.prepare('SELECT sku, number FROM variant ORDER BY sku').all(),
  stock: connection.prepare('SELECT sku, onHand FROM stock ORDER BY sku').all(),
  cursor: connection.prepare('SELECT epoch, cursor, snapshotCursor FROM replica').all(),
});

const change = fc.record({
  kind: fc.constantFrom('count', 'rename', 'gone', 'new' as const),
  which: fc.nat(products - 1),
});
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

let counted = 0;

function happen({ kind, which }: Change): Promise<unknown> {
  const handle = handleOf(which);
  return write(async (catalogue) => {
    if (kind === 'count') {
      counted += 1;
      await catalogue.putStock({ storeId, sku: handle, onHand: 100 + counted, location: null });
    }
    if (kind === 'rename' && (await catalogue.hasVariant(handle))) {
      await catalogue.putProduct(incoming(handle, [handle], `${handle} ${v7()}`));
    }
    // A product left without variants goes.
    if (kind === 'gone') await catalogue.putProduct(incoming('all', [handle]));
    if (kind === 'new') await catalogue.putProduct(incoming(v7(), [v7()]));
  });
}

test('a snapshot read in pieces, while the catalogue changes, ends where one that is read at once does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ lines: fc.integer({ min: 1, max: 14 }), changes: fc.array(change, { maxLength: 3 }) }),
        {
          maxLength: 4,
        },
      ),
      fc.array(change, { maxLength: 4 }),
      async (pieces, during) => {
        await openHub();
        const kiosk = openKiosk();
        for (const { lines, changes } of pieces) {
          await pull(kiosk, lines);
          for (const one of changes) await happen(one);
        }
        const left = [...during];
        const meanwhile = async () => {
          const next = left.shift();
          if (next) await happen(next);
        };
        expect(await pull(kiosk, undefined, meanwhile)).toMatchObject({ complete: true });
        await pull(kiosk);
        const fresh = openKiosk();
        await pull(fresh);
        expect(contents(kiosk)).toEqual(contents(fresh));
        for (const { database } of [kiosk, fresh]) await database.close();
      },
    ),
    { numRuns: 25 },
  );
}, 120_000);

test('goes on where it was: nothing that is here comes again', async () => {
  const kiosk = openKiosk();
  expect(await pull(kiosk, 9)).toEqual({ begun: 'snapshot', complete: false });
  const { cursor, arrived } = kiosk.feed.position();
  expect(cursor).toMatch(/^s\d+$/);
  expect(arrived).toBeGreaterThan(0);
  expect(await pull(kiosk)).toEqual({ begun: 'rest', complete: true });
  expect(kiosk.feed.position()).toMatchObject({ arrived: null });
  expect(await pull(kiosk)).toEqual({ begun: 'delta', complete: true });
  await kiosk.database.close();
});
