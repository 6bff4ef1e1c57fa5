import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FeedLine } from '../../contracts/feed.ts';
import type { DeviceEvent } from '../../contracts/hub-api.ts';
import type { Operation } from '../../contracts/operation.ts';
import { createFeedWriter } from '../store/feed-writer.ts';
import { createDeviceLease } from '../store/lease-mark.ts';
import { appendOperation } from '../store/operation-numbers.ts';
import { createOutbox } from '../store/outbox.ts';
import { createDeviceStockRepository } from '../store/stock-repository.ts';
import {
  createTestEnvironment,
  epochs,
  makeFeed,
  makeStock,
  openKioskFile,
  shop,
  start,
  testId,
} from '../store/testing/samples.ts';
import { createHubClient } from './hub-client.ts';
import { createHubRights } from './hub-rights.ts';
import { createSyncService, type SyncService } from './sync-service.ts';
import { type FakeHub, startFakeHub } from './testing/fake-hub.ts';

let hub: FakeHub;
let services: SyncService[];
beforeEach(async () => {
  services = [];
  hub = await startFakeHub();
  hub.feed = makeFeed([{ type: 'stock', row: makeStock('kurta', { granted: 1 }) }]);
});
afterEach(async () => {
  for (const service of services) service.stop();
  await hub.close();
});

function createKiosk({ stallMs = 5_000, timeoutMs = 1_000 } = {}) {
  const database = openKioskFile();
  const environment = createTestEnvironment();
  const outbox = createOutbox(database);
  const feed = createFeedWriter(database, environment);
  const client = createHubClient({ baseUrl: () => hub.url, token: () => 'token', stallMs, timeoutMs });
  const drained = vi.fn(async () => undefined);
  const sync = createSyncService({
    hub: client,
    outbox,
    feed,
    paired: () => true,
    // Time in fast motion, so that back-off of seconds takes milliseconds.
    pace: {
      random: () => 0.5,
      sleep: (ms, signal) => delay(ms / 50, undefined, { signal }).catch(() => undefined),
    },
    onDrained: drained,
    onFailure: () => undefined,
  });
  services.push(sync);
  const append = async (number: number): Promise<Operation> => {
    const operation = await database.transaction((query) =>
      appendOperation(
        query,
        { type: 'cart-line-set', sessionId: testId(800), sku: `sku-${number}`, quantity: 1 },
        { at: start, operationId: testId(number) },
      ),
    );
    sync.nudge();
    return operation;
  };
  return { database, environment, outbox, feed, client, sync, append, drained };
}

const current = (sync: SyncService) =>
  vi.waitFor(() => expect(sync.status()).toMatchObject({ hub: 'connected', phase: 'current' }));

test('pulls the shop, sends the outbox in order and says how it stands', async () => {
  const { sync, append, drained } = createKiosk();
  const told: string[] = [];
  sync.onStatus(({ hub: state, phase }) => told.push(`${state} ${phase}`));
  const operations = [await append(1), await append(2)];
  sync.start();
  await current(sync);
  expect(await sync.flush(300_000)).toEqual({ ok: true, value: undefined });
  expect(hub.received).toEqual(operations);
  expect(sync.status()).toEqual({
    hub: 'connected',
    phase: 'current',
    progress: 1,
    syncedAt: new Date(start).toISOString(),
    pendingOperations: 0,
  });
  expect([...new Set(told)]).toEqual([
    'unreachable never',
    'connected never',
    'connected first-sync',
    'connected current',
  ]);
  expect(drained).toHaveBeenCalled();
});

test('a lost receipt brings the operations again, and nothing is sent twice at once', async () => {
  const { sync, append, outbox } = createKiosk();
  hub.loseReceipts = 2;
  hub.delay = 5;
  sync.start();
  const operations = await Promise.all([append(1), append(2), append(3)]);
  void sync.flush(300_000);
  await vi.waitFor(async () => expect(await outbox.count()).toBe(0), { timeout: 3000 });
  expect(new Set(hub.received.map(({ operationId }) => operationId))).toEqual(
    new Set(operations.map(({ operationId }) => operationId)),
  );
  expect(hub.received.length).toBeGreaterThan(operations.length);
  expect(hub.pushesAtOnce()).toBe(1);
});

test('without a hub it keeps everything, says so, and goes on when the hub is back', async () => {
  const { sync, append, outbox } = createKiosk();
  const { port } = hub;
  await hub.close();
  sync.start();
  await append(1);
  expect(await sync.flush(300_000)).toMatchObject({
    failure: { kind: 'offline', reason: 'hub-unreachable' },
  });
  expect(await sync.pull()).toMatchObject({ failure: { kind: 'offline' } });
  expect(sync.status()).toMatchObject({ hub: 'unreachable', phase: 'never', pendingOperations: 1 });
  const { feed } = hub;
  hub = await startFakeHub(port);
  hub.feed = feed;
  await current(sync);
  await vi.waitFor(async () => expect(await outbox.count()).toBe(0));
  expect(hub.received).toHaveLength(1);
});

test('a slow hub ends the waiting, not the sending', async () => {
  const { sync, append, outbox } = createKiosk();
  hub.delay = 200;
  await append(1);
  expect(await sync.flush(30)).toMatchObject({ failure: { kind: 'timeout' } });
  await vi.waitFor(async () => expect(await outbox.count()).toBe(0));
});

test('on a slow line the outbox goes in smaller batches, and all of it', async () => {
  const { sync, append, outbox } = createKiosk({ timeoutMs: 150 });
  hub.delayPerOperation = 20;
  for (let number = 1; number <= 20; number += 1) await append(number);
  sync.start();
  await vi.waitFor(async () => expect(await outbox.count()).toBe(0), { timeout: 10_000 });
  expect(new Set(hub.received.map(({ operationId }) => operationId)).size).toBe(20);
});

test('a first sync that breaks off goes on, and what screens show of it never steps back', async () => {
  const { sync } = createKiosk();
  const rows = Array.from({ length: 4 }, (_, index) => makeStock(`kurta-${index}`));
  const lines = rows.flatMap((row, index): FeedLine[] => [
    { type: 'stock', row },
    { type: 'checkpoint', cursor: `s${index + 1}`, appliedSequence: 0, complete: false },
  ]);
  const [begin] = makeFeed(rows.map((row): FeedLine => ({ type: 'stock', row })));
  hub.feed = [...(begin ? [begin] : []), ...lines.slice(0, 5)];
  const shown: string[] = [];
  sync.onStatus(({ phase, progress }) => shown.push(`${phase} ${progress}`));
  sync.start();
  await vi.waitFor(() => expect(hub.feedRequests.at(-1)).toContain('cursor=s2'));
  expect(sync.status()).toMatchObject({ phase: 'first-sync', progress: 0.5 });
  hub.feed = makeFeed([{ type: 'stock', row: makeStock('kurta-2') }, ...lines.slice(6, 7)], { mode: 'rest' });
  await current(sync);
  const begun = shown.findIndex((text) => text.startsWith('first-sync'));
  const after = shown.slice(begun);
  expect(after).toEqual(
    [...after].sort((one, other) => Number(one.split(' ')[1]) - Number(other.split(' ')[1])),
  );
  expect(after.filter((text) => text.startsWith('never'))).toEqual([]);
});

test('a stream without a sign of life is opened anew', async () => {
  const { sync } = createKiosk({ stallMs: 60 });
  sync.start();
  await vi.waitFor(() => expect(hub.eventStreams()).toBeGreaterThan(1));
  await current(sync);
});

test('passes events on, and news of the feed bring its changes', async () => {
  const { sync } = createKiosk();
  const heard: DeviceEvent[] = [];
  const changed: string[][] = [];
  sync.onEvent((event) => heard.push(event));
  sync.onFeed(({ skus }) => changed.push([...skus]));
  sync.start();
  await current(sync);
  await vi.waitFor(() => expect(hub.feedRequests.at(-1)).toBe('/api/device/feed?sequence=0'));
  hub.feed = makeFeed([{ type: 'stock', row: makeStock('kurta', { onHand: 1 }) }], {
    mode: 'delta',
    cursor: '2',
  });
  hub.send({ type: 'feed-advanced', cursor: '2' });
  hub.send({ type: 'session-changed', sessionId: testId(800) });
  await vi.waitFor(() => expect(changed.at(-1)).toEqual(['kurta']));
  expect(hub.feedRequests.at(-1)).toBe(`/api/device/feed?epoch=${epochs[0]}&cursor=1&sequence=0`);
  expect(heard).toEqual([
    { type: 'feed-advanced', cursor: '2' },
    { type: 'session-changed', sessionId: testId(800) },
  ]);
});

test('refused operations are told at once, and stay visible with advice', async () => {
  const { sync, append } = createKiosk();
  let told = 0;
  sync.onCorrected(() => {
    told += 1;
  });
  await append(1);
  await sync.flush(300_000);
  expect(told).toBe(0);
  hub.refuse = 'cart-line-set';
  await append(2);
  await sync.flush(300_000);
  expect(told).toBe(1);
  expect(await sync.refused()).toEqual([
    {
      operationId: testId(2),
      type: 'cart-line-set',
      at: new Date(start).toISOString(),
      reason: 'refused-here',
      advice: expect.stringContaining('cart'),
    },
  ]);
});

test('a restored hub gets a snapshot read and the waiting operations in its own numbers', async () => {
  const { sync, append, outbox } = createKiosk();
  sync.start();
  await current(sync);
  for (const number of [1, 2, 3]) await append(number);
  await sync.flush(300_000);
  hub.applied = 1;
  hub.feed = makeFeed([], { epoch: epochs[1], cursor: '1' });
  hub.send({ type: 'feed-advanced', cursor: '1' });
  await vi.waitFor(() => expect(hub.feedRequests.length).toBeGreaterThan(1));
  await append(4);
  await vi.waitFor(async () => expect(await outbox.count()).toBe(0));
  expect(hub.received.at(-1)).toMatchObject({ operationId: testId(4), sequence: 2 });
  expect(hub.applied).toBe(2);
});

test('rights come from the hub, with the feed; without it an associate must help', async () => {
  const { database, environment, client, sync } = createKiosk();
  const rights = createHubRights({
    hub: client,
    stock: createDeviceStockRepository(
      database.connection,
      createDeviceLease(database.connection, environment),
    ),
    environment,
    pace: { sleep: async () => undefined },
    pull: sync.pull,
  });
  await sync.pull();
  expect(await rights.acquire(shop.storeId, 'kurta', 1)).toMatchObject({ ok: true });
  expect(await rights.acquire(shop.storeId, 'kurta', 2)).toMatchObject({
    failure: { reason: 'not-promisable' },
  });
  hub.rights = 1;
  hub.feed = makeFeed([{ type: 'stock', row: makeStock('kurta', { granted: 2 }) }], { mode: 'delta' });
  expect(await rights.acquire(shop.storeId, 'kurta', 2)).toMatchObject({ ok: true });
  await hub.close();
  expect(await rights.acquire(shop.storeId, 'kurta', 3)).toMatchObject({ failure: { kind: 'offline' } });
});

test('an answer that is not of the contract is a bug, not a success', async () => {
  const { client } = createKiosk({ timeoutMs: 30_000 });
  for (const answer of ['<html>', '{}', '{"ok":true,"value":{"sent":"yes"}}']) {
    hub.answer = answer;
    expect(await client.call('sendPayment', { paymentId: testId(1) })).toMatchObject({
      failure: { kind: 'internal', reason: 'hub-answer' },
    });
  }
});

test('an answer that takes too long is a time-out', async () => {
  const { client } = createKiosk({ timeoutMs: 80 });
  hub.delay = 300;
  expect(await client.call('sendPayment', { paymentId: testId(1) })).toMatchObject({
    failure: { kind: 'timeout' },
  });
});
