import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultStorePolicy } from '../../../src/contracts/store-policy.ts';
import { emptyPreferences } from '../../../src/core/session/preferences.ts';
import { tellOfStock } from '../../../src/hub/messages/back-in-stock.ts';
import { createMessages } from '../../../src/hub/messages/messages.ts';
import { saveCustomer } from '../../../src/platform/hub-store/customers.ts';
import { listMessages } from '../../../src/platform/hub-store/inbox.ts';
import { createHubOperations, receiveOperations } from '../../../src/platform/hub-store/operations.ts';
import { bindToDevice } from '../../../src/platform/hub-store/session-bindings.ts';
import { forgetOldWatches, watchedPieces } from '../../../src/platform/hub-store/stock-watches.ts';
import { putStorePolicy } from '../../../src/platform/hub-store/store-policy.ts';
import { pairDevice, stock, storeId, type TestDevice, webSession } from './fixtures.ts';
import { databases } from './hub-place.ts';
import { openTestHub, type TestHub } from './test-hubs.ts';

const loyalty = { tier: 'none', points: 0, pointsToNextTier: null, nextTier: null } as const;
const minute = 60_000;
let it: TestHub;
let kiosk: TestDevice;
let sku: string;

describe.each(databases)('who waits for a piece, at a hub on %s', (kind) => {
  beforeEach(async () => {
    it = await openTestHub(kind);
    sku = await stock(it.hub, 'kurta', 0);
    kiosk = await pairDevice(it.hub, 'one');
  });
  afterEach(() => it.close());

  /** A customer with a phone whose session is open at the kiosk. */
  async function customer(phone: string): Promise<string> {
    const customerId = v7();
    await it.hub.transaction((transaction) =>
      saveCustomer(transaction.sql, {
        ...{ customerId, phone, name: 'Asha', language: 'en', loyalty, preferences: emptyPreferences },
      }),
    );
    const glimpse = { trust: 'restored', customer: { initial: 'A', loyalty } } as const;
    const { sessionId } = await webSession(it.hub, glimpse, customerId);
    await it.hub.transaction(({ sql, now }) => bindToDevice(sql, sessionId, kiosk.device.deviceId, now));
    return sessionId;
  }
  const watched = (sessionId: string, days = 30) =>
    ({
      type: 'stock-watched',
      sessionId,
      storeId,
      sku,
      until: new Date(it.now() + days * 24 * 60 * minute).toISOString(),
    }) as const;
  const send = async (...bodies: Parameters<TestDevice['operation']>[0][]) => {
    const operations = bodies.map((body) => kiosk.operation(body, it.now()));
    const receipt = await receiveOperations(it.hub, kiosk.device, operations, (_operation, error) => {
      throw error;
    });
    return receipt.refused.map(({ failure }) => failure.reason);
  };
  const messages = () => createMessages(it.hub, () => (key) => key, 'Marigold');
  const tell = () => tellOfStock(it.hub, messages(), async () => 'Kurta, M');
  const told = async () => (await listMessages(it.hub.sql, 50)).map(({ to, kind: of }) => [of, to]);
  const arrive = (difference: number) =>
    it.hub.transaction((transaction) => transaction.shop(null).stock.correct(storeId, sku, difference));

  test('asked twice, told once, when there is something to be had', async () => {
    const sessionId = await customer('+919000000101');
    expect(await send(watched(sessionId), watched(sessionId))).toEqual([]);
    await tell();
    expect(await told()).toEqual([]);
    await arrive(1);
    await Promise.all([tell(), tell()]);
    await tell();
    expect(await told()).toEqual([['back-in-stock', '+919000000101']]);
  });

  test('as many as there are units, in their order; the others not before those had their time', async () => {
    const [first, second] = [await customer('+919000000101'), await customer('+919000000102')];
    await send(watched(first));
    it.pass(1000);
    await send(watched(second));
    await arrive(1);
    await tell();
    await tell();
    expect(await told()).toEqual([['back-in-stock', '+919000000101']]);
    it.pass(31 * minute);
    await tell();
    expect((await told()).map(([, to]) => to)).toEqual(['+919000000102', '+919000000101']);
  });

  test('not after the time is over, and not for who has no phone', async () => {
    const sessionId = await customer('+919000000101');
    await send(watched(sessionId, 1));
    it.pass(25 * 60 * minute);
    await arrive(1);
    await tell();
    expect(await told()).toEqual([]);
    await it.hub.transaction(({ sql, now }) => forgetOldWatches(sql, now));
    expect(await it.hub.sql.all('SELECT sku FROM stockWatch')).toEqual([]);
    const guest = await webSession(it.hub);
    expect(await createHubOperations(it.hub).execute(watched(guest.sessionId))).toMatchObject({
      failure: { kind: 'denied', reason: 'no-phone' },
    });
  });

  test('taken back is not told; nor is taking back what was never asked for refused', async () => {
    const sessionId = await customer('+919000000101');
    const stop = { type: 'stock-unwatched', sessionId, storeId, skus: [sku, 'nothing'] } as const;
    expect(await send(stop, watched(sessionId), stop, stop)).toEqual([]);
    await arrive(1);
    await tell();
    expect(await told()).toEqual([]);
    expect(await send(watched(sessionId))).toEqual([]);
    await tell();
    expect(await told()).toHaveLength(1);
  });

  test('a kiosk speaks for its own shop and the sessions at it only, and for no longer than the policy says', async () => {
    const sessionId = await customer('+919000000101');
    const other = await webSession(it.hub);
    expect(await send({ ...watched(sessionId), storeId: 'blr-indiranagar' })).not.toEqual([]);
    expect(await send(watched(other.sessionId))).not.toEqual([]);
    expect(await it.hub.sql.all('SELECT sku FROM stockWatch')).toEqual([]);
    await send(watched(sessionId, 9000));
    const [kept] = await it.hub.sql.all<{ until: number }>('SELECT until FROM stockWatch');
    expect(Number(kept?.until)).toBe(it.now() + 30 * 24 * 60 * minute);
  });

  test('a piece that is not in the catalogue any more keeps nobody waiting behind it', async () => {
    const sessionId = await customer('+919000000101');
    await send(watched(sessionId));
    await arrive(1);
    await tellOfStock(it.hub, messages(), async () => undefined);
    expect(await watchedPieces(it.hub.sql, it.now())).toEqual([]);
    it.pass(31 * minute);
    await tell();
    expect(await told()).toHaveLength(1);
  });

  test('one customer waits for as many pieces as the policy says', async () => {
    const policy = { ...defaultStorePolicy, stockAlerts: { days: 30, pieces: 5 } };
    await it.hub.transaction((transaction) => putStorePolicy(transaction, policy));
    const sessionId = await customer('+919000000101');
    const web = createHubOperations(it.hub);
    for (let days = 1; days <= 7; days += 1) {
      await web.execute({ ...watched(sessionId, days), sku: `sku-${days}` });
    }
    const kept = await it.hub.sql.all<{ sku: string }>('SELECT sku FROM stockWatch ORDER BY until');
    expect(kept.map((row) => row.sku)).toEqual(['sku-3', 'sku-4', 'sku-5', 'sku-6', 'sku-7']);
  });
});
