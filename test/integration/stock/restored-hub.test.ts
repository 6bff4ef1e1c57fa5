import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeviceEnvironment } from '../../../src/core/ports/environment.ts';
import { leaseDurationMs } from '../../../src/core/stock/lease.ts';
import type { HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import { lapseSilentDevices } from '../../../src/platform/hub-store/leases.ts';
import { createHubOperations, receiveOperations } from '../../../src/platform/hub-store/operations.ts';
import { forgetUnheard } from '../../../src/platform/hub-store/recovery.ts';
import { grantRights } from '../../../src/platform/hub-store/rights.ts';
import type { HubPlace } from '../hub-store/hub-place.ts';
import { databases } from '../hub-store/hub-place.ts';
import {
  held,
  heldAtHub,
  hold,
  holdAtKiosk,
  type Kiosk,
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
let folder: string;
let at: number;
let place: HubPlace;
let hub: HubDatabase;
let kiosks: readonly [Kiosk, Kiosk];
const environment: DeviceEnvironment = { now: () => at, uptime: () => at - 1_000_000, newId: v7 };

/** Keeps the data as they are now; gives what starts the hub on them. */
async function save(marked: boolean): Promise<() => Promise<void>> {
  const restore = await place.save({ marked });
  ({ hub } = place);
  return async () => {
    await restore();
    ({ hub } = place);
  };
}

const kioskHold = (kiosk: Kiosk, quantity: number) => holdAtKiosk(kiosk, { sku, quantity, at });
const webHold = (quantity: number) =>
  hold(createHubOperations(hub), { sessionId: webSession, sku, quantity, at });
const promisable = (kiosk: Kiosk) => promisableAt(kiosk, sku);

/** What a device does when its line is back: reads, asks what the hub has, says it again, reads. */
async function comeBack(kiosk: Kiosk): Promise<readonly (string | undefined)[]> {
  await pull(hub, kiosk);
  const refused = [...(await push(hub, kiosk, 0)), ...(await push(hub, kiosk, 100))];
  await pull(hub, kiosk);
  return refused;
}

describe.each(databases)('a restored hub on %s', (kind) => {
  beforeEach(async () => {
    at = Date.UTC(2026, 10, 25, 9);
    folder = mkdtempSync(path.join(tmpdir(), 'aisle-restored-'));
    place = await openHub(kind, folder, environment);
    ({ hub } = place);
    kiosks = [
      await openKiosk(hub, { folder, name: 'a', environment }),
      await openKiosk(hub, { folder, name: 'b', environment }),
    ];
    await putStock(hub, sku, 8);
    for (const kiosk of kiosks) {
      await push(hub, kiosk, 100);
      await pull(hub, kiosk);
    }
  });
  afterEach(async () => {
    for (const { local } of kiosks) await local.database.close();
    await place.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [how, marked] of [
    ['by a backup that says so', true],
    ['by a copy of the data', false],
  ] as const) {
    test(`a hub that is restored ${how} hears every promise again, once, and promises nothing before`, async () => {
      const [first, second] = kiosks;
      const before = await kioskHold(first, 1);
      await push(hub, first, 100);
      const restore = await save(marked);

      const after = await kioskHold(first, 1);
      await push(hub, first, 100);
      await pull(hub, first);
      // Rights from after the backup, spent: the restored hub would give those units to someone else.
      await grantRights(hub, second.device, { requestId: v7(), sku, quantity: 3 });
      await pull(hub, second);
      expect(await kioskHold(second, 4)).toBeDefined();
      await push(hub, second, 100);

      await restore();
      if (marked) expect(await webHold(1)).toBeUndefined();
      expect(await comeBack(first)).toEqual([]);
      expect(await webHold(1)).toBeUndefined();
      expect(await comeBack(second)).toEqual([]);

      const ids = (rows: readonly { readonly reservationId: string }[]) =>
        rows.map((row) => row.reservationId).sort();
      expect(ids(await heldAtHub(hub, sku))).toEqual(
        ids([...held(first.local, sku), ...held(second.local, sku)]),
      );
      expect(ids(await heldAtHub(hub, sku))).toEqual(expect.arrayContaining([before, after]));
      const row = await hub.sql.first<{ reserved: number }>('SELECT reserved FROM stock');
      expect(row).toEqual({ reserved: 6 });
      expect((await promisable(first)) ?? 0).toBeLessThanOrEqual(2);
      expect(await webHold(3)).toBeUndefined();
    });
  }

  test("an associate's steps at one kiosk are heard before the promise of another, and count all the same", async () => {
    const [first, second] = kiosks;
    const restore = await save(true);
    const reservationId = (await kioskHold(second, 1)) ?? '';
    await push(hub, second, 100);
    await pull(hub, first);
    for (const to of ['picked', 'returned'] as const) {
      at += 1000;
      const step = { type: 'reservation-advanced', storeId, reservationId, to } as const;
      expect(await first.local.operations.execute(step)).toEqual({ ok: true, value: undefined });
    }
    expect(await push(hub, first, 100)).toEqual([]);
    await pull(hub, second);
    await restore();
    expect(await comeBack(first)).toEqual([]);
    expect(await comeBack(second)).toEqual([]);
    expect(await hub.sql.first('SELECT state FROM reservation')).toEqual({ state: 'returned' });
    expect(await hub.sql.first('SELECT reserved FROM stock')).toEqual({ reserved: 0 });
    expect(await hub.sql.all('SELECT reservationId FROM earlyStep')).toEqual([]);
    // Once all have been heard, a piece that nobody promised is none.
    await pull(hub, first);
    const unknown = { type: 'reservation-advanced', storeId, reservationId: v7(), to: 'picked' } as const;
    const operation = { operationId: v7(), sequence: 100, at: new Date(at).toISOString(), body: unknown };
    const applied = await hub.sql.first<{ applied: number }>(
      'SELECT appliedSequence AS applied FROM device WHERE deviceId = ?',
      first.device.deviceId,
    );
    const receipt = await receiveOperations(
      hub,
      first.device,
      [{ ...operation, sequence: Number(applied?.applied) + 1 }],
      () => undefined,
    );
    expect(receipt.refused).toMatchObject([{ failure: { reason: 'task-unknown' } }]);
  });

  test('rights given back before the restore are not had twice', async () => {
    const [first] = kiosks;
    const restore = await save(true);
    const returned = { type: 'rights-returned', storeId, sku, quantity: 2 } as const;
    expect(await promisable(first)).toBe(2);
    expect(await first.local.operations.execute(returned)).toEqual({ ok: true, value: undefined });
    await push(hub, first, 100);
    await pull(hub, first);
    await restore();
    await pull(hub, first);
    expect(await promisable(first)).toBe(0);
    await push(hub, first, 0);
    expect(await promisable(first)).toBe(0);
    await push(hub, first, 100);
    await pull(hub, first);
    expect(await promisable(first)).toBe(0);
  });

  test('a kiosk that had no lease in the backup is waited for as well', async () => {
    const [first, second] = kiosks;
    at += leaseDurationMs + 60_000;
    expect(await hub.transaction(lapseSilentDevices)).toBe(2);
    const restore = await save(true);
    await pull(hub, first);
    expect(await kioskHold(first, 2)).toBeDefined();
    await push(hub, first, 100);
    await restore();
    expect(await webHold(7)).toBeUndefined();
    expect(await comeBack(second)).toEqual([]);
    expect(await webHold(7)).toBeUndefined();
    expect(await comeBack(first)).toEqual([]);
    expect(await hub.sql.first('SELECT reserved FROM stock')).toEqual({ reserved: 2 });
  });

  test('a device that never comes back holds its shop up for the time of its lease, no longer', async () => {
    const [first] = kiosks;
    await (await save(true))();
    expect(await comeBack(first)).toEqual([]);
    expect(await webHold(1)).toBeUndefined();
    at += leaseDurationMs + 1;
    await hub.transaction(forgetUnheard);
    expect(await webHold(1)).toBeDefined();
  });

  test('a hub that only started anew goes on where it was', async () => {
    const [first] = kiosks;
    await place.startAnew();
    ({ hub } = place);
    expect(await pull(hub, first)).toBe(false);
    expect(await promisable(first)).toBe(2);
    expect(await webHold(1)).toBeDefined();
  });
});
