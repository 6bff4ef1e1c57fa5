import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '../../../src/contracts/operation.ts';
import { lapseSilentDevices } from '../../../src/platform/hub-store/leases.ts';
import { createHubOperations, receiveOperations } from '../../../src/platform/hub-store/operations.ts';
import { grantRights } from '../../../src/platform/hub-store/rights.ts';
import { newReservation, pairDevice, stock, storeId, type TestDevice } from './fixtures.ts';
import { databases } from './hub-place.ts';
import { openTestHub, type TestHub } from './test-hubs.ts';

describe.each(databases)('operations at a hub on %s', (kind) => {
  let it: TestHub;
  let kiosk: TestDevice;
  const bugs: unknown[] = [];
  beforeAll(async () => {
    it = await openTestHub(kind);
    await stock(it.hub, 'base', 1);
    kiosk = await pairDevice(it.hub, 'kiosk');
  });
  afterAll(() => it.close());

  const send = (device: TestDevice, ...operations: readonly Operation[]) =>
    receiveOperations(it.hub, device.device, operations, (_, error) => bugs.push(error));
  const stockOf = (sku: string) =>
    it.hub.transaction((transaction) => transaction.shop(null).stock.position(storeId, sku));
  const grantOf = (device: TestDevice, sku: string) =>
    it.hub.sql.first(
      'SELECT granted, spent FROM deviceGrant WHERE deviceId = ? AND sku = ?',
      device.device.deviceId,
      sku,
    );

  test('each is decided once, in its order; one that is refused keeps its place and is named again', async () => {
    const sku = await stock(it.hub, 'kurta', 3);
    const sessionId = v7();
    const made = newReservation(sessionId, sku, it.now());
    const start = kiosk.operation({ type: 'session-started', sessionId, language: 'en' }, it.now());
    const hold = kiosk.operation({ type: 'reservation-made', sessionId, reservation: made }, it.now());
    const foreign = kiosk.operation({ type: 'cart-line-set', sessionId: v7(), sku, quantity: 1 }, it.now());
    const line = kiosk.operation({ type: 'cart-line-set', sessionId, sku, quantity: 2 }, it.now());

    expect(await send(kiosk, hold)).toEqual({ appliedSequence: 0, refused: [] });
    expect(await send(kiosk, hold, start)).toEqual({ appliedSequence: 2, refused: [] });
    expect(await stockOf(sku)).toMatchObject({ reserved: 1, onHand: 3, promisable: 2 });
    expect(await send(kiosk, start, hold)).toEqual({ appliedSequence: 2, refused: [] });
    const refused = [{ operationId: foreign.operationId, failure: { reason: 'session-not-here' } }];
    expect(await send(kiosk, foreign, line)).toMatchObject({ appliedSequence: 4, refused });
    expect(await send(kiosk, foreign, line)).toMatchObject({ appliedSequence: 4, refused });
    expect(await stockOf(sku)).toMatchObject({ reserved: 1 });
    const session = await it.hub.transaction((transaction) =>
      transaction.shop(null).sessions.find(sessionId),
    );
    expect(session?.cart).toEqual([{ sku, quantity: 2 }]);

    // The same operation under another number, as from a device that lost its file: decided already.
    const again = { ...hold, sequence: 5 };
    expect(await send(kiosk, again)).toEqual({ appliedSequence: 5, refused: [] });
    expect(await stockOf(sku)).toMatchObject({ reserved: 1 });
    expect(bugs).toEqual([]);
  });

  test('a hold spends rights; released it leaves them with the device, returned it gives them back', async () => {
    const device = await pairDevice(it.hub, 'second');
    const sku = await stock(it.hub, 'shirt', 4);
    const sessionId = v7();
    const first = newReservation(sessionId, sku, it.now(), { quantity: 2 });
    const second = newReservation(sessionId, sku, it.now());
    const ask = { requestId: v7(), sku, quantity: 2 };
    expect(await grantRights(it.hub, device.device, ask)).toEqual({ granted: 2, recalled: 0 });
    expect(await grantRights(it.hub, device.device, ask)).toEqual({ granted: 2, recalled: 0 });
    expect(await grantOf(device, sku)).toEqual({ granted: 2, spent: 0 });
    expect(await grantRights(it.hub, device.device, { ...ask, requestId: v7(), quantity: 3 })).toMatchObject({
      granted: 0,
    });
    expect(await stockOf(sku)).toMatchObject({ promisable: 2 });

    await send(
      device,
      device.operation({ type: 'session-started', sessionId, language: 'en' }, it.now()),
      device.operation({ type: 'reservation-made', sessionId, reservation: first }, it.now()),
      device.operation({ type: 'reservation-made', sessionId, reservation: second }, it.now()),
    );
    // The third unit was beyond its rights: it is promised all the same, and the right follows.
    expect(await grantOf(device, sku)).toEqual({ granted: 3, spent: 3 });
    expect(await stockOf(sku)).toMatchObject({ reserved: 3, promisable: 1 });
    await send(
      device,
      device.operation(
        { type: 'reservation-released', sessionId, reservationId: first.reservationId, state: 'cancelled' },
        it.now(),
      ),
    );
    expect(await grantOf(device, sku)).toEqual({ granted: 3, spent: 1 });
    expect(await stockOf(sku)).toMatchObject({ reserved: 1, promisable: 1 });
  });

  test('a device gets its share with its lease, once; when the lease is over, so are its rights', async () => {
    const device = await pairDevice(it.hub, 'third');
    const sku = await stock(it.hub, 'coat', 40);
    await device.feed();
    const share = await grantOf(device, sku);
    expect(share).toMatchObject({ spent: 0 });
    expect((await stockOf(sku))?.promisable).toBeLessThan(40);
    await device.feed();
    expect(await grantOf(device, sku)).toEqual(share);
    it.pass(73 * 60 * 60_000);
    expect(await it.hub.transaction(lapseSilentDevices)).toBeGreaterThan(0);
    expect(await grantOf(device, sku)).toEqual({ granted: 0, spent: 0 });
    expect(await stockOf(sku)).toMatchObject({ promisable: 40 });
  });

  test('of one unit that many ask for at the same moment exactly one is promised', async () => {
    const sku = await stock(it.hub, 'last-one', 1);
    const operations = createHubOperations(it.hub);
    const sessions = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const sessionId = v7();
        await operations.execute({ type: 'session-started', sessionId, language: 'en' });
        return sessionId;
      }),
    );
    const made = await Promise.all(
      sessions.map((sessionId) =>
        operations.execute({
          type: 'reservation-made',
          sessionId,
          reservation: newReservation(sessionId, sku, it.now()),
        }),
      ),
    );
    expect(made.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await stockOf(sku)).toMatchObject({ onHand: 1, reserved: 1, promisable: 0 });
  });

  test('one that a bug keeps from being decided is refused, and does not block those behind it', async () => {
    const sku = await stock(it.hub, 'scarf', 2);
    const sessionId = v7();
    const broken = kiosk.operation(
      {
        type: 'reservation-made',
        sessionId,
        reservation: newReservation(sessionId, sku, it.now(), { quantity: 0 }),
      },
      it.now(),
    );
    const operations = [
      kiosk.operation({ type: 'session-started', sessionId, language: 'en' }, it.now()),
      broken,
      kiosk.operation({ type: 'cart-line-set', sessionId, sku, quantity: 1 }, it.now()),
    ].map((one, index) => ({ ...one, sequence: 6 + index }));
    const receipt = await send(kiosk, ...operations);
    expect(receipt.appliedSequence).toBe(8);
    expect(receipt.refused).toHaveLength(1);
    expect(receipt.refused[0]?.operationId).toBe(broken.operationId);
  });
});
