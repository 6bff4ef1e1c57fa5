import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CapsuleKey } from '../../../contracts/capsule.ts';
import { makeFeed, openKioskFile, requested } from '../testing/samples.ts';
import { createStoreThread } from './store-thread.ts';

const at = '2026-11-22T09:00:00.000Z';
const keys: readonly CapsuleKey[] = [{ keyId: 'a', publicKey: 'k'.repeat(43), notBefore: at, notAfter: at }];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-closing-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a thread that is closed while its keys are being pinned waits for them, and ends', async () => {
  let pinned: () => void = () => undefined;
  let asked: () => void = () => undefined;
  const asking = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const thread = createStoreThread({
    program: new URL('../testing/store-thread.mjs', import.meta.url),
    keepCapsuleKeys: () =>
      new Promise((resolve) => {
        pinned = resolve;
        asked();
      }),
  });
  const file = join(folder, 'shop.sqlite');
  const database = openKioskFile(file, { partner: thread.partner });
  thread.start(file);
  async function* lines() {
    const [begin, ...others] = makeFeed([]);
    yield JSON.stringify(begin);
    yield JSON.stringify({ type: 'capsule-keys', keys });
    for (const other of others) yield JSON.stringify(other);
  }
  const applied = thread.apply(lines(), { requested }).catch(() => undefined);
  await asking;
  const closed = thread.close().then(() => 'closed');
  pinned();
  const late = new Promise((resolve) => setTimeout(resolve, 5_000, 'still waiting'));
  expect(await Promise.race([closed, late])).toBe('closed');
  await applied;
  await database.close();
});
