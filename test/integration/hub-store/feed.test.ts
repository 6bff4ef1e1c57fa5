import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultStorePolicy } from '../../../src/contracts/store-policy.ts';
import { beginServing } from '../../../src/platform/hub-store/begin-serving.ts';
import { createCatalogueWriter } from '../../../src/platform/hub-store/catalogue-writer.ts';
import { readFeed } from '../../../src/platform/hub-store/feed-reader.ts';
import { openFeed } from '../../../src/platform/hub-store/open-feed.ts';
import { receiveOperations } from '../../../src/platform/hub-store/operations.ts';
import { putStorePolicy } from '../../../src/platform/hub-store/store-policy.ts';
import { shop } from '../../../src/platform/store/testing/samples.ts';
import {
  incoming,
  newReservation,
  pairDevice,
  placeAfter,
  stock,
  storeId,
  type TestDevice,
} from './fixtures.ts';
import { databases } from './hub-place.ts';
import { openTestHub, type TestHub } from './test-hubs.ts';

const rethrow = (_: unknown, error: unknown) => {
  throw error;
};

describe.each(databases)('the feed of a hub on %s', (kind) => {
  let it: TestHub;
  let kiosk: TestDevice;
  let sku: string;
  beforeAll(async () => {
    it = await openTestHub(kind);
    sku = await stock(it.hub, 'kurta', 5);
    kiosk = await pairDevice(it.hub, 'kiosk');
  });
  afterAll(() => it.close());

  test('from nothing it is a snapshot, from a place only what has changed since, from elsewhere a snapshot', async () => {
    const { hub } = it;
    const whole = await kiosk.feed();
    expect(whole.map(({ type }) => type)).toEqual(['begin', 'store', 'product', 'stock', 'checkpoint']);
    expect(whole[0]).toMatchObject({ mode: 'snapshot', rows: 3 });
    expect(whole[3]).toMatchObject({ row: { storeId, sku, onHand: 5, reserved: 0, location: 'Rail B4' } });
    const place = await placeAfter(hub, whole);
    const nothing = await kiosk.feed(place);
    expect(nothing.map(({ type }) => type)).toEqual(['begin', 'checkpoint']);
    expect(nothing[0]).toMatchObject({ mode: 'delta', rows: 0 });

    const sessionId = v7();
    const receipt = await receiveOperations(
      hub,
      kiosk.device,
      [
        kiosk.operation({ type: 'session-started', sessionId, language: 'en' }, it.now()),
        kiosk.operation(
          { type: 'reservation-made', sessionId, reservation: newReservation(sessionId, sku, it.now()) },
          it.now(),
        ),
      ],
      rethrow,
    );
    expect(receipt).toEqual({ appliedSequence: 2, refused: [] });
    const news = await kiosk.feed(place);
    expect(news.map(({ type }) => type)).toEqual(['begin', 'floor-task', 'stock', 'checkpoint']);
    expect(news[1]).toMatchObject({ task: { sku, state: 'requested', storeId } });
    expect(news[2]).toMatchObject({ row: { onHand: 5, reserved: 1, granted: 1, spent: 1 } });
    expect(news[3]).toMatchObject({ appliedSequence: 2, complete: true });
    // Another device sees its own share in the row, of which it has spent nothing.
    const other = await pairDevice(hub, 'other');
    expect((await other.feed(place))[2]).toMatchObject({ row: { reserved: 1, granted: 1, spent: 0 } });

    expect((await kiosk.feed({ ...place, epoch: 'another' }))[0]).toMatchObject({ mode: 'snapshot' });
    expect((await kiosk.feed({ ...place, cursor: '999999' }))[0]).toMatchObject({ mode: 'snapshot' });
  });

  test('the policy is a row like another: whole at first, then when it changes', async () => {
    const { hub } = it;
    const own = await pairDevice(hub, 'reader');
    const place = await placeAfter(hub, await own.feed());
    const policy = { ...defaultStorePolicy, returns: { days: 14, refunds: ['original' as const] } };
    await hub.transaction((transaction) => putStorePolicy(transaction, policy));
    const line = { type: 'store-policy', policy };
    expect((await own.feed(place)).slice(1, -1)).toEqual([line]);
    expect(await own.feed()).toContainEqual(line);
    expect(await hub.transaction((transaction) => transaction.shop(null).policy())).toEqual(policy);
  });

  test('in slices it comes to the same, and a break in the middle goes on from the last checkpoint', async () => {
    const { hub } = it;
    await createCatalogueWriter(hub).write(
      async (catalogue) => {
        await catalogue.putStore({ ...shop, storeId: 'second' });
        for (let index = 0; index < 7; index += 1) {
          await catalogue.putProduct(incoming(`piece-${index}`, ['M/Red/100']));
        }
      },
      { dryRun: false },
    );
    const whole = await kiosk.feed();
    const sliced = await kiosk.feed(undefined, 3);
    const rows = (lines: typeof whole) =>
      lines.filter(({ type }) => type !== 'begin' && type !== 'checkpoint');
    expect(rows(sliced)).toEqual(rows(whole));
    const checkpoints = sliced.flatMap((line) => (line.type === 'checkpoint' ? [line] : []));
    expect(checkpoints.map(({ complete }) => complete)).toEqual([false, false, false, false, true]);
    expect(checkpoints.map(({ appliedSequence }) => appliedSequence)).toEqual([0, 0, 0, 0, 2]);
    const second = checkpoints[1];
    if (second === undefined) throw new Error('no checkpoint');
    const { epoch } = await placeAfter(hub, whole);
    const rest = await kiosk.feed({ epoch, cursor: second.cursor });
    expect(rows(rest)).toEqual(rows(whole).slice(6));
    expect(rest.at(-1)).toEqual(whole.at(-1));
  });

  test('when another process begins to serve, a feed that runs ends where its past is still the same', async () => {
    const { hub } = it;
    const opened = await openFeed(hub, kiosk.device, { from: null, sequence: 2 });
    const places: string[] = [];
    let complete = false;
    for await (const slice of readFeed(hub.sql, kiosk.device, opened, 3)) {
      const last = slice.at(-1);
      if (last?.type !== 'checkpoint') continue;
      complete = last.complete;
      places.push(last.cursor);
      if (places.length === 2) await beginServing(hub);
    }
    expect({ complete, count: places.length }).toEqual({ complete: false, count: 2 });
    const cursor = places[1] ?? '';
    expect((await kiosk.feed({ epoch: opened.epoch, cursor }))[0]).not.toMatchObject({ mode: 'snapshot' });
  });
});
