/**
 * `node --import tsx aisle.ts WHAT URL FOLDER`: the store of a kiosk, wired as the kiosk wires it, thread
 * included. Writes one line of JSON. WHAT is `sync` (first sync, deltas, reservations; leaves the folder warm) or `restart`.
 */
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../../../../src/cli/processes.ts';
import { composeDeviceShop } from '../../../../src/composition/compose-device-shop.ts';
import { type LocalStore, openLocalStore } from '../../../../src/composition/open-local-store.ts';
import { systemEnvironment } from '../../../../src/composition/system-environment.ts';
import type { Actor } from '../../../../src/core/shop.ts';
import { createHubClient } from '../../../../src/platform/sync/hub-client.ts';
import { type Blocks, watchBlocks } from './block-watch.ts';
import { firstSearch, storeId } from './content.ts';

export interface AisleSync {
  readonly firstSyncMs: number;
  readonly blocks: Blocks;
  readonly found: number;
  readonly deltasMs: number;
  readonly reservations: readonly number[];
  readonly appends: readonly number[];
  /** While every product and figure of the shop changes. */
  readonly busyReservations: readonly number[];
  readonly busyBlocks: Blocks;
}

export interface Restart {
  readonly restartMs: number;
  readonly found: number;
}

const [what, url = '', folder = ''] = process.argv.slice(2);
const reservationCount = 300;
const warmUp = 30;
const piecesPerShopper = 6;
/** Of a reservation's operation as the outbox keeps it. */
const operationBytes = 700;
/** Between two reservations while the shop changes. */
const busyPauseMs = 20;

function open(): LocalStore {
  const opened = openLocalStore(folder, systemEnvironment, () => 1, {
    threadProgram: pathToFileURL(join(projectFolder, 'out/main/store-thread.js')),
  });
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

async function close(local: LocalStore): Promise<void> {
  await local.closeThread();
  await local.database.close();
}

const search = async (local: LocalStore): Promise<number> =>
  (await local.catalogue.search(storeId, firstSearch)).total;

/** What the hub has for who stands where this kiosk stands. */
async function pull(local: LocalStore): Promise<void> {
  const hub = createHubClient({ baseUrl: () => url, token: () => 'token' });
  const request = local.feed.request();
  const lines = await hub.feed(request, new AbortController().signal);
  if (!lines.ok) throw new Error(lines.failure.message);
  const outcome = await local.feed.apply(lines.value, { requested: request.clocks });
  if (!outcome.ok) throw new Error(outcome.failure.message);
}

/**
 * The shop's own way to a promise, without a hub in reach; gives how long the promise took. Who leaves takes nothing along: a
 * kiosk has 99 numbers for pieces that are held.
 */
function createShopper(local: LocalStore): () => Promise<number> {
  const { shop } = composeDeviceShop({
    environment: systemEnvironment,
    local,
    hub: createHubClient({ baseUrl: () => null, token: () => null }),
    pace: { random: Math.random, sleep: (ms, signal) => sleep(ms, undefined, { signal }) },
    storeId: () => storeId,
    paired: () => false,
    onSyncFailure: () => undefined,
  });
  const skus = local.database.connection.prepare<{ sku: string }>('SELECT sku FROM stock ORDER BY sku').all();
  let next = 0;
  let actor: Actor | undefined;
  const held: string[] = [];
  return async () => {
    if (actor === undefined || next % piecesPerShopper === 0) {
      for (const reservationId of held.splice(0)) await shop.holds.cancel(actor as Actor, reservationId);
      const session = await shop.sessions.start('en');
      if (!session.ok) throw new Error(session.failure.message);
      actor = { sessionId: session.value.sessionId, storeId, channel: 'kiosk', language: 'en' };
    }
    const sku = skus[(next * 7919) % skus.length]?.sku ?? '';
    next += 1;
    const began = performance.now();
    const reserved = await shop.holds.reserveForTrial(actor, sku, 1);
    const tookMs = performance.now() - began;
    if (!reserved.ok) throw new Error(reserved.failure.message);
    held.push(reserved.value.reservationId);
    return tookMs;
  };
}

/** Appends what an operation takes in the outbox, and makes it durable: the least that a promise can cost. */
function createAppender(): { append(): number; close(): void } {
  const file = openSync(join(folder, 'appends'), 'a');
  const line = Buffer.from(`${'x'.repeat(operationBytes - 1)}\n`);
  return {
    append: () => {
      const began = performance.now();
      writeSync(file, line);
      fdatasyncSync(file);
      return performance.now() - began;
    },
    close: () => closeSync(file),
  };
}

async function sync(): Promise<AisleSync> {
  const local = open();
  await local.catalogue.warm(storeId);
  // The thread has started by then: a kiosk's does while the kiosk is being paired.
  await local.database.truncateLog();
  // So has the first request, which loads the program's own client.
  await fetch(`${url}/pairing`).then((answer) => answer.text());

  let stop = watchBlocks();
  let began = performance.now();
  await pull(local);
  const found = await search(local);
  const firstSyncMs = performance.now() - began;
  const blocks = stop();

  began = performance.now();
  await pull(local);
  await local.catalogue.warm(storeId);
  const deltasMs = performance.now() - began;

  const reserve = createShopper(local);
  const appender = createAppender();
  const reservations: number[] = [];
  const appends: number[] = [];
  // In turns, so that what else the disk does hits both.
  for (let round = 0; round < warmUp + reservationCount; round += 1) {
    const [reserved, appended] = [await reserve(), appender.append()];
    // A shopper's tap comes with a turn of the loop, which sees to sockets and timers.
    await nextTurn();
    if (round < warmUp) continue;
    reservations.push(reserved);
    appends.push(appended);
  }
  appender.close();

  const busyReservations: number[] = [];
  stop = watchBlocks();
  let busy = true;
  const everything = pull(local).finally(() => {
    busy = false;
  });
  while (busy) {
    busyReservations.push(await reserve());
    await sleep(busyPauseMs);
  }
  await everything;
  const busyBlocks = stop();
  await close(local);
  return { firstSyncMs, blocks, found, deltasMs, reservations, appends, busyReservations, busyBlocks };
}

async function restart(): Promise<Restart> {
  const began = performance.now();
  const local = open();
  const found = await search(local);
  const restartMs = performance.now() - began;
  await close(local);
  return { restartMs, found };
}

process.stdout.write(JSON.stringify(what === 'restart' ? await restart() : await sync()));
