import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeviceEnvironment } from '../../../src/core/ports/environment.ts';
import { markChanged } from '../../../src/platform/hub-store/feed-log.ts';
import { lapseSilentDevices } from '../../../src/platform/hub-store/leases.ts';
import { createHubOperations } from '../../../src/platform/hub-store/operations.ts';
import { databases, type HubPlace } from '../hub-store/hub-place.ts';
import {
  hold,
  holdAtKiosk,
  type Kiosk,
  openHub,
  openKiosk,
  pull,
  push,
  putStock,
  storeId,
  webSession,
} from '../stock/support/scene.ts';

const day = 24 * 60 * 60_000;
const scarce = 'kurta/m';
const others = Array.from({ length: 10 }, (_, index) => `piece/${index}`);

let folder: string;
let at: number;
let place: HubPlace;
let away: Kiosk;
const environment: DeviceEnvironment = { now: () => at, uptime: () => at - 1_000_000, newId: v7 };

const kioskHold = (kiosk: Kiosk, sku: string) => holdAtKiosk(kiosk, { sku, quantity: 1, at });
const webHold = (quantity: number) =>
  hold(createHubOperations(place.hub), { sessionId: webSession, sku: scarce, quantity, at });
const journalOf = ({ local }: Kiosk, before: number) =>
  local.database.connection
    .prepare<{ count: number }>('SELECT count(*) AS count FROM journal WHERE at < ?')
    .first(before)?.count;
const stockOf = ({ local }: Kiosk) =>
  local.database.connection.prepare('SELECT sku, onHand, reserved, safety FROM stock ORDER BY sku').all();
const position = ({ local }: Kiosk) => local.feed.position();

describe.each(databases)('a kiosk that was off for a month, at a hub on %s', (kind) => {
  beforeEach(async () => {
    at = Date.UTC(2026, 9, 20, 9);
    folder = mkdtempSync(path.join(tmpdir(), 'aisle-month-'));
    place = await openHub(kind, folder, environment);
    away = await openKiosk(place.hub, { folder, name: 'away', environment });
    await putStock(place.hub, scarce, 8);
    for (const sku of others) await putStock(place.hub, sku, 5);
    await pull(place.hub, away);
  });
  afterEach(async () => {
    await away.local.database.close();
    await place.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('hands over what it had promised, gets what changed once, and promises again', async () => {
    const confirmed = await kioskHold(away, scarce);
    expect(confirmed).toBeDefined();
    expect(await push(place.hub, away, 100)).toEqual([]);
    await pull(place.hub, away);
    expect(journalOf(away, at + 1)).toBeGreaterThan(0);
    const waiting = await kioskHold(away, scarce);
    expect(waiting).toBeDefined();

    // A month in the shop: starts of the hub, counts that change daily, the kiosk's rights sold to others.
    for (let passed = 1; passed <= 31; passed += 1) {
      at += day;
      await place.hub.transaction(lapseSilentDevices);
      if (passed % 10 === 0) await place.startAnew();
      await place.hub.transaction(async ({ sql }) => {
        for (const sku of others) {
          await sql.run(
            'UPDATE stock SET onHand = ? WHERE storeId = ? AND sku = ?',
            5 + passed,
            storeId,
            sku,
          );
          await markChanged(sql, 'stock', storeId, sku);
        }
      });
    }
    expect(await webHold(7)).toBeDefined();

    expect(await kioskHold(away, scarce)).toBeUndefined();
    expect(await push(place.hub, away, 100)).toEqual([]);
    const before = position(away);
    expect(await pull(place.hub, away)).toBe(false);
    expect(position(away).epoch).not.toBe(before.epoch);
    expect(position(away).arrived).toBeNull();
    expect(await away.local.outbox.count()).toBe(0);
    // What was decided a month ago need not be said again after a restore.
    expect(journalOf(away, at - 30 * day)).toBe(0);

    const states = await place.hub.sql.all<{ reservationId: string; state: string }>(
      'SELECT reservationId, state FROM reservation WHERE reservationId IN (?, ?)',
      confirmed ?? '',
      waiting ?? '',
    );
    expect(new Map(states.map(({ reservationId, state }) => [reservationId, state]))).toEqual(
      new Map([
        // The hub's timer ends it; here no timer runs.
        [confirmed, 'requested'],
        [waiting, 'expired'],
      ]),
    );
    const fresh = await openKiosk(place.hub, { folder, name: 'fresh', environment });
    await pull(place.hub, fresh);
    await pull(place.hub, away);
    expect(stockOf(away)).toEqual(stockOf(fresh));
    await fresh.local.database.close();
    expect(await kioskHold(away, others[0] ?? '')).toBeDefined();
  });
});
