import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFeedText } from '../../../contracts/feed-text.ts';
import { codeOf } from '../store-failure.ts';
import { makeFeed, makeProduct, openKioskFile, requested, shop } from '../testing/samples.ts';
import { createStoreThread } from './store-thread.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-full-disk-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function* shopOf(handle: string): AsyncGenerator<string> {
  const product = makeProduct(handle, ['S/Red/10']);
  const lines = makeFeed([
    { type: 'store', store: shop },
    { type: 'product', product },
  ]);
  yield* writeFeedText(lines).trimEnd().split('\n');
}

test('a log that cannot be moved into the file is told, and the same thread lives on until it is closed', async () => {
  const file = join(folder, 'shop.sqlite');
  const notes = () => readFileSync(`${file}.notes`, 'utf8').trimEnd().split('\n');
  const failures = new Set<string>();
  const thread = createStoreThread({
    program: new URL('../testing/full-disk-thread.mjs', import.meta.url),
    keepCapsuleKeys: async () => undefined,
    watch: {
      failed: (error) => void failures.add(codeOf(error)),
      wrote: () => undefined,
      trouble: () => null,
    },
  });
  const database = openKioskFile(file, { partner: thread.partner });
  thread.start(file);
  const products = () => database.connection.prepare('SELECT handle FROM product').all();

  expect(await thread.apply(shopOf('kurta'), { requested })).toMatchObject({ ok: true });
  expect(await database.truncateLog()).toBe(false);
  expect(failures).toEqual(new Set(['SQLITE_FULL']));
  expect(notes()).toEqual(['begun', 'PRAGMA wal_checkpoint(TRUNCATE)']);
  // After so many commits here the thread tries to move the log by itself.
  for (let code = 0; code < 50; code += 1) {
    await database.transaction((query) =>
      query
        .insertInto('offer')
        .values({ code: `HERE-${code}`, document: '{}', generation: 9 })
        .execute(),
    );
  }
  await expect.poll(notes).toContain('PRAGMA wal_checkpoint(PASSIVE)');
  expect(await database.truncateLog()).toBe(false);
  expect(await thread.apply(shopOf('saree'), { requested })).toMatchObject({ ok: true });
  expect(products()).toEqual([{ handle: 'saree' }]);
  await thread.close();
  expect(notes().filter((note) => note === 'begun')).toHaveLength(1);
  await database.close();
});
