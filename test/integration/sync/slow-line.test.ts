import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type LocalStore, openLocalStore } from '../../../src/composition/open-local-store.ts';
import { systemEnvironment } from '../../../src/composition/system-environment.ts';
import { createHubClient } from '../../../src/platform/sync/hub-client.ts';
import { createSyncService, type SyncService } from '../../../src/platform/sync/sync-service.ts';
import { createRandom } from '../../support/seeded.ts';
import { openStallingProxy, type StallingProxy } from '../../support/stalling-proxy.ts';
import { type RunningHub, runHub } from '../hub/running-hub.ts';

/** 64 kbit/s, in bytes. */
const bytesPerSecond = 8_000;
/** How long the line is as slow as that; the rest of the shop comes ten times as fast, so that the test ends in seconds. */
const slowMs = 6_000;

let folder: string;
let hub: RunningHub;
let line: StallingProxy;
let local: LocalStore;
let sync: SyncService;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-slow-'));
  hub = await runHub();
  const { hostname: host, port } = new URL(hub.url);
  line = await openStallingProxy({ target: { host, port: Number(port) }, random: createRandom(64) });
  line.change({ bytesPerSecond, delayMs: 40, loss: 0.05 });
  const device = await hub.pair('slow');
  const opened = openLocalStore(folder, systemEnvironment, () => device.deviceIndex);
  if (!opened.ok) throw new Error(opened.failure.message);
  local = opened.value;
  sync = createSyncService({
    hub: createHubClient({ baseUrl: () => line.url, token: () => device.token }),
    outbox: local.outbox,
    feed: local.feed,
    paired: () => true,
    pace: {
      random: Math.random,
      sleep: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
    },
    onDrained: local.store.cutLog,
    onFailure: () => undefined,
  });
  local.operations.onCommitted(() => sync.nudge());
});
afterEach(async () => {
  sync.stop();
  await line.close();
  await hub.stop();
  await local.database.close();
  rmSync(folder, { recursive: true, force: true });
});

const patience = { timeout: 45_000, interval: 50 };

test('a kiosk on 64 kbit/s that lose 5 % gets its shop, keeps its place when the line breaks, and is heard meanwhile', async () => {
  const shown: number[] = [];
  sync.onStatus(({ phase, progress }) => {
    if (phase === 'first-sync') shown.push(progress);
  });
  sync.start();
  await vi.waitFor(() => expect(line.carried.down).toBeGreaterThan(bytesPerSecond / 2), patience);
  const began = performance.now();
  const before = line.carried.down;

  // The line down is full of catalogue: what shoppers do must get through all the same.
  const sessionId = v7();
  await local.operations.execute({ type: 'session-started', sessionId, language: 'en' });
  await vi.waitFor(async () => expect(await local.outbox.count()).toBe(0), patience);
  expect(sync.status().phase).toBe('first-sync');

  await delay(Math.max(0, slowMs - (performance.now() - began)));
  const pace = ((line.carried.down - before) / (performance.now() - began)) * 1000;
  // Lost segments cost time; more than half of the line must be of use.
  expect(pace).toBeGreaterThan(bytesPerSecond / 2);

  line.change({ bytesPerSecond: 10 * bytesPerSecond });
  await vi.waitFor(() => expect(local.feed.position().arrived).toBeGreaterThan(0), patience);

  expect(line.drop()).toBeGreaterThan(0);
  const { arrived } = local.feed.position();
  const carried = line.carried.down;
  await vi.waitFor(
    () => expect(sync.status()).toMatchObject({ phase: 'current', hub: 'connected' }),
    patience,
  );
  const rest = line.carried.down - carried;
  process.stdout.write(
    `64 kbit/s, 5 % lost: ${Math.round(pace)} bytes a second; broke off at ${Math.round((arrived ?? 0) * 100)} %, ` +
      `the rest were ${Math.round(rest / 1000)} kB\n`,
  );
  expect(shown).toEqual([...shown].sort((one, other) => one - other));
  expect(await sync.refused()).toEqual([]);
});
