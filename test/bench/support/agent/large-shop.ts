import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { composeDeviceShop } from '../../../../src/composition/compose-device-shop.ts';
import { openLocalStore } from '../../../../src/composition/open-local-store.ts';
import { systemEnvironment } from '../../../../src/composition/system-environment.ts';
import type { Result } from '../../../../src/contracts/result.ts';
import type { Actor, Shop } from '../../../../src/core/shop.ts';
import { createHubClient } from '../../../../src/platform/sync/hub-client.ts';
import { makeContent, snapshotText, storeId } from '../store/content.ts';

/** A device's shop of so many variants over its own SQLite file, without a hub in reach. */
export interface LargeShop {
  readonly shop: Shop;
  /** Somebody new, with an empty bag. */
  newShopper(): Promise<Actor>;
  close(): Promise<void>;
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

export async function openLargeShop(variants: number): Promise<LargeShop> {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-bench-agent-'));
  const local = must(openLocalStore(folder, systemEnvironment, () => 1));
  async function* lines(): AsyncGenerator<string> {
    yield* snapshotText(makeContent(variants)).split('\n');
  }
  must(await local.feed.apply(lines(), { requested: local.feed.request().clocks }));
  await local.catalogue.warm(storeId);
  const { shop } = composeDeviceShop({
    environment: systemEnvironment,
    local,
    hub: createHubClient({ baseUrl: () => null, token: () => null }),
    pace: { random: Math.random, sleep: (ms, signal) => sleep(ms, undefined, { signal }) },
    storeId: () => storeId,
    paired: () => false,
    onSyncFailure: () => undefined,
  });
  return {
    shop,
    newShopper: async () => {
      const { sessionId } = must(await shop.sessions.start('en'));
      return { sessionId, storeId, channel: 'kiosk', language: 'en' };
    },
    close: async () => {
      await local.closeThread();
      await local.database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
