import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { stockPolicy } from '../../../src/contracts/stock-policy.ts';
import type { DeviceEnvironment } from '../../../src/core/ports/environment.ts';
import { leaseDurationMs } from '../../../src/core/stock/lease.ts';
import { createCatalogueWriter } from '../../../src/platform/hub-store/catalogue-writer.ts';
import { addDevice, findDeviceByToken } from '../../../src/platform/hub-store/devices.ts';
import type { HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import { grantLease, lapseSilentDevices } from '../../../src/platform/hub-store/leases.ts';
import { createHubOperations, receiveOperations } from '../../../src/platform/hub-store/operations.ts';
import { beginRecovery, forgetUnheard } from '../../../src/platform/hub-store/recovery.ts';
import { knownDevices, retireDevice } from '../../../src/platform/hub-store/retire-device.ts';
import { grantRights } from '../../../src/platform/hub-store/rights.ts';
import { putStockPolicy } from '../../../src/platform/hub-store/safety-stock.ts';
import { databases } from '../hub-store/hub-place.ts';
import {
  heldAtHub,
  hold,
  holdAtKiosk,
  type Kiosk,
  makeHold,
  openHub,
  openKiosk,
  promisableAt,
  pull,
  push,
  putStock,
  storeId,
  webSession,
} from './support/scene.ts';

const sku = 'kurta/m';
const hour = 60 * 60_000;
let folder: string;
let at: number;
let hub: HubDatabase;
let kiosks: readonly [Kiosk, Kiosk];
const environment: DeviceEnvironment = { now: () => at, uptime: () => at - 1_000_000, newId: v7 };

const webHold = (quantity: number) =>
  hold(createHubOperations(hub), { sessionId: webSession, sku, quantity, at });
const kioskHold = (kiosk: Kiosk, quantity: number) => holdAtKiosk(kiosk, { sku, quantity, at });
const promisable = (kiosk: Kiosk) => promisableAt(kiosk, sku);

describe.each(databases)('rights with leases at a hub on %s', (kind) => {
  beforeEach(async () => {
    at = Date.UTC(2026, 10, 25, 9);
    folder = mkdtempSync(path.join(tmpdir(), 'aisle-leases-'));
    ({ hub } = await openHub(kind, folder, environment));
    kiosks = [
      await openKiosk(hub, { folder, name: 'a', environment }),
      await openKiosk(hub, { folder, name: 'b', environment }),
    ];
  });
  afterEach(async () => {
    for (const { local } of kiosks) await local.database.close();
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const feedCursor = async () =>
    (await hub.sql.first<{ cursor: number }>('SELECT max(cursor) AS cursor FROM feedEntry'))?.cursor ?? 0;

  test('a silent device stops before the hub takes its rights back; what it promised in time is history, and nothing is refused', async () => {
    const [first, second] = kiosks;
    await putStock(hub, sku, 8);
    await pull(hub, first);
    expect(await promisable(first)).toBe(2);
    expect(await kioskHold(first, 1)).toBeDefined();
    // Eight, less the share of the first kiosk.
    expect(await webHold(7)).toBeUndefined();

    at += leaseDurationMs - 30_000;
    expect(await promisable(first)).toBe(0);
    expect(await kioskHold(first, 1)).toBeUndefined();
    await hub.transaction(lapseSilentDevices);
    expect(await webHold(7)).toBeUndefined();

    at += 60_000;
    await hub.transaction(lapseSilentDevices);
    expect(await webHold(8)).toBeDefined();
    const before = await feedCursor();
    expect(await push(hub, first, 100)).toEqual([]);
    // Also history is news: the device counts those units as on their way until a row includes them.
    expect(await feedCursor()).toBeGreaterThan(before);
    await pull(hub, first);
    expect(await promisable(first)).toBe(0);
    const states = await hub.sql.all<{ state: string }>('SELECT state FROM reservation WHERE quantity = 1');
    expect(states).toEqual([{ state: 'expired' }]);
    await pull(hub, second);
    expect(await promisable(second)).toBe(0);
  });

  test('a device that is heard of in time goes on, and gets its share anew after it was not', async () => {
    const [first] = kiosks;
    await putStock(hub, sku, 8);
    await pull(hub, first);
    at += leaseDurationMs - hour;
    await pull(hub, first);
    at += leaseDurationMs - hour;
    expect(await promisable(first)).toBe(2);
    at += 2 * hour;
    expect(await promisable(first)).toBe(0);
    await pull(hub, first);
    expect(await promisable(first)).toBe(2);
    expect(await kioskHold(first, 1)).toBeDefined();
    expect(await push(hub, first, 100)).toEqual([]);
    expect(await heldAtHub(hub, sku)).toHaveLength(1);
  });

  test('rights that someone else waits for go back when they are not needed', async () => {
    const [first, second] = kiosks;
    await putStock(hub, sku, 3);
    await pull(hub, first);
    await pull(hub, second);
    const ask = (kiosk: Kiosk) => grantRights(hub, kiosk.device, { requestId: v7(), sku, quantity: 3 });
    expect(await ask(first)).toEqual({ granted: 3, recalled: 0 });
    await pull(hub, first);
    // What was given a moment ago is on its way into a promise.
    expect(await ask(second)).toEqual({ granted: 0, recalled: 0 });
    at += 31_000;
    expect(await ask(second)).toEqual({ granted: 0, recalled: 3 });
    await pull(hub, first);
    expect(await kioskHold(first, 1)).toBeDefined();
    await first.local.answerRecalls(storeId);
    expect(await promisable(first)).toBe(0);
    expect(await push(hub, first, 100)).toEqual([]);
    expect(await grantRights(hub, second.device, { requestId: v7(), sku, quantity: 2 })).toEqual({
      granted: 2,
      recalled: 0,
    });
  });

  test('scarce rights go back by themselves when their hold ends, also when the hub ends it', async () => {
    const [first, second] = kiosks;
    await putStock(hub, sku, 1);
    await grantRights(hub, first.device, { requestId: v7(), sku, quantity: 1 });
    await pull(hub, first);
    await kioskHold(first, 1);
    await push(hub, first, 100);
    const web = createHubOperations(hub);
    const [waiting] = await heldAtHub(hub, sku);
    const { sessionId } = first;
    await web.execute({
      type: 'reservation-released',
      sessionId,
      reservationId: waiting?.reservationId ?? '',
      state: 'expired',
    });
    await pull(hub, first);
    await first.local.answerRecalls(storeId);
    expect(await push(hub, first, 100)).toEqual([]);
    expect(await grantRights(hub, second.device, { requestId: v7(), sku, quantity: 1 })).toMatchObject({
      granted: 1,
    });
  });

  test("by policy the first kiosk holds what is too little to share, and safety stock is nobody's", async () => {
    const [first, second] = kiosks;
    await putStock(hub, sku, 4);
    const policy = stockPolicy.parse({ scarce: 'lead', safety: { units: 1 } });
    expect(await hub.transaction((transaction) => putStockPolicy(transaction, policy))).toBe(1);
    await pull(hub, second);
    await pull(hub, first);
    expect([await promisable(first), await promisable(second)]).toEqual([3, 0]);
    expect(await webHold(1)).toBeUndefined();
  });

  test('a recount that finds too little takes rights back; a sale at a till is a fact', async () => {
    const [first] = kiosks;
    await putStock(hub, sku, 8);
    await pull(hub, first);
    at += 31_000;
    const counted = {
      type: 'stock-corrected',
      storeId,
      sku,
      counted: 1,
      shown: 8,
      reason: 'stolen',
    } as const;
    expect(await first.local.operations.execute(counted)).toEqual({ ok: true, value: undefined });
    expect(await promisable(first)).toBe(1);
    expect(await push(hub, first, 100)).toEqual([]);
    await pull(hub, first);
    expect(await promisable(first)).toBe(1);
    await first.local.answerRecalls(storeId);
    await push(hub, first, 100);
    const rights = await hub.sql.first<{ granted: number }>('SELECT granted FROM deviceGrant');
    expect(rights).toEqual({ granted: 1 });
  });

  test('an import that lowers stock below the rights that are out asks for them back, and so does a raised safety stock', async () => {
    const [first, second] = kiosks;
    await putStock(hub, sku, 12);
    await pull(hub, first);
    await pull(hub, second);
    expect([await promisable(first), await promisable(second)]).toEqual([3, 2]);
    at += 31_000;
    const recalled = async () =>
      (await hub.sql.first<{ units: number }>('SELECT sum(recall) AS units FROM deviceGrant'))?.units;
    await createCatalogueWriter(hub).write(
      (catalogue) => catalogue.putStock({ storeId, sku, onHand: 4, location: null }),
      { dryRun: false },
    );
    expect(Number(await recalled())).toBe(1);
    const policy = stockPolicy.parse({ safety: { units: 1 } });
    await hub.transaction((transaction) => putStockPolicy(transaction, policy));
    expect(Number(await recalled())).toBe(2);
  });

  test('what the shop lacks is asked back also of a device that has just been given it: nobody will ask again', async () => {
    const [first] = kiosks;
    await putStock(hub, sku, 3);
    await pull(hub, first);
    await grantRights(hub, first.device, { requestId: v7(), sku, quantity: 2 });
    await createCatalogueWriter(hub).write(
      (catalogue) => catalogue.putStock({ storeId, sku, onHand: 1, location: null }),
      { dryRun: false },
    );
    await pull(hub, first);
    await first.local.answerRecalls(storeId);
    expect(await push(hub, first, 100)).toEqual([]);
    expect(await hub.sql.first('SELECT granted FROM deviceGrant')).toEqual({ granted: 1 });
  });

  test('rights have an end also where the device never hears that it got them', async () => {
    const [first] = kiosks;
    await putStock(hub, sku, 3);
    await pull(hub, first);
    at += leaseDurationMs + hour;
    await hub.transaction(lapseSilentDevices);
    await grantRights(hub, first.device, { requestId: v7(), sku, quantity: 3 });
    expect(await webHold(1)).toBeUndefined();
    at += leaseDurationMs + hour;
    expect(await hub.transaction(lapseSilentDevices)).toBe(1);
    expect(await webHold(1)).toBeDefined();
  });

  test('a restored hub waits for a lease that is longer than the policy is now', async () => {
    const [first, second] = kiosks;
    await putStock(hub, sku, 8);
    await pull(hub, first);
    const policy = stockPolicy.parse({ leaseHours: 8 });
    await hub.transaction((transaction) => putStockPolicy(transaction, policy));
    await hub.transaction((transaction) => beginRecovery(transaction));
    at += 9 * hour;
    await hub.transaction(forgetUnheard);
    expect(await promisable(first)).toBe(2);
    const ask = () => grantRights(hub, second.device, { requestId: v7(), sku, quantity: 7 });
    expect(await ask()).toMatchObject({ granted: 0 });
    at += leaseDurationMs;
    await hub.transaction(forgetUnheard);
    expect(await promisable(first)).toBe(0);
    expect(await ask()).toMatchObject({ granted: 7 });
  });

  test('a till that is lost holds a restored shop up until it is retired, and is let in no more', async () => {
    await putStock(hub, sku, 8);
    const { device, token } = await hub.transaction(async (transaction) => {
      const till = await addDevice(transaction, { deviceId: v7(), name: 'Till', storeId, kind: 'till' });
      await grantLease(transaction, till.device);
      return till;
    });
    await hub.transaction((transaction) => beginRecovery(transaction));
    at += leaseDurationMs + hour;
    await hub.transaction(forgetUnheard);
    expect(await webHold(1)).toBeUndefined();
    expect(await hub.transaction((transaction) => retireDevice(transaction, device.deviceId))).toBe(true);
    expect(await webHold(8)).toBeDefined();
    expect(await findDeviceByToken(hub.sql, token)).toBeUndefined();
    // A second restore does not wait for it either.
    await hub.transaction((transaction) => beginRecovery(transaction));
    expect((await knownDevices(hub.sql)).find(({ kind }) => kind === 'till')?.unheardUntil).toBe(null);
  });

  test('what a retired kiosk may have promised stays kept until its lease is over', async () => {
    const [first] = kiosks;
    await putStock(hub, sku, 8);
    await pull(hub, first);
    expect(await promisable(first)).toBe(2);
    await hub.transaction((transaction) => retireDevice(transaction, first.device.deviceId));
    expect(await webHold(7)).toBeUndefined();
    at += leaseDurationMs + hour;
    await hub.transaction(lapseSilentDevices);
    expect(await webHold(8)).toBeDefined();
  });

  test('a promise under an old lease ends no hold of anyone', async () => {
    const [first, second] = kiosks;
    await putStock(hub, sku, 8);
    for (const kiosk of kiosks) await pull(hub, kiosk);
    const reservationId = await kioskHold(first, 1);
    expect(await push(hub, first, 100)).toEqual([]);
    at += leaseDurationMs + hour;
    await hub.transaction(lapseSilentDevices);
    await pull(hub, second);
    const { local, device, sessionId } = second;
    const [begun] = await local.outbox.next(1);
    const reservation = {
      ...makeHold({ sessionId, sku, quantity: 1, at }),
      reservationId: reservationId ?? '',
    };
    const operations = [
      ...(begun ? [begun] : []),
      {
        operationId: v7(),
        sequence: 2,
        at: new Date(at).toISOString(),
        body: { type: 'reservation-made', sessionId, reservation, lease: 0 } as const,
      },
    ];
    const receipt = await receiveOperations(hub, device, operations, (_operation, error) => {
      throw error;
    });
    expect(receipt).toMatchObject({
      appliedSequence: 2,
      refused: [{ failure: { reason: 'session-not-here' } }],
    });
    expect(await heldAtHub(hub, sku)).toHaveLength(1);
  });
});
