import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalStore, openLocalStore } from '../../../src/composition/open-local-store.ts';
import { systemEnvironment } from '../../../src/composition/system-environment.ts';
import type { Reservation } from '../../../src/contracts/reservation.ts';
import type { Operations } from '../../../src/core/ports/operations.ts';
import { beginServing } from '../../../src/platform/hub-store/begin-serving.ts';
import { addDevice, type Device } from '../../../src/platform/hub-store/devices.ts';
import { markChanged } from '../../../src/platform/hub-store/feed-log.ts';
import { readFeed } from '../../../src/platform/hub-store/feed-reader.ts';
import type { HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import { openFeed } from '../../../src/platform/hub-store/open-feed.ts';
import { createHubOperations, receiveOperations } from '../../../src/platform/hub-store/operations.ts';
import { grantRights } from '../../../src/platform/hub-store/rights.ts';
import { openSqliteHub } from '../../../src/platform/hub-store/sqlite-hub.ts';

const storeId = 'one-shop';
const folder = mkdtempSync(path.join(tmpdir(), 'aisle-promises-'));
const environment = systemEnvironment;

interface Kiosk {
  readonly device: Device;
  readonly local: LocalStore;
  readonly sessionId: string;
}

let hub: HubDatabase;
let kiosks: readonly Kiosk[];
const webSession = v7();

beforeAll(async () => {
  const opened = await openSqliteHub(path.join(folder, 'hub.sqlite'), environment);
  if (!opened.ok) throw new Error(opened.failure.message);
  hub = opened.value;
  await beginServing(hub);
  await createHubOperations(hub).execute({ type: 'session-started', sessionId: webSession, language: 'en' });
  kiosks = await Promise.all(['a', 'b'].map(openKiosk));
});
afterAll(async () => {
  await Promise.all(kiosks.map(({ local }) => local.database.close()));
  await hub.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openKiosk(name: string): Promise<Kiosk> {
  const deviceId = v7();
  const { device } = await hub.transaction(async (transaction) =>
    addDevice(transaction, { deviceId, name, storeId, kind: 'kiosk' }),
  );
  const kioskFolder = mkdtempSync(path.join(folder, name));
  const local = openLocalStore(kioskFolder, environment, () => device.deviceIndex);
  if (!local.ok) throw new Error(local.failure.message);
  const sessionId = v7();
  await local.value.operations.execute({ type: 'session-started', sessionId, language: 'en' });
  return { device, local: local.value, sessionId };
}

function putStock(sku: string, onHand: number): Promise<void> {
  return hub.transaction(async ({ sql, now }) => {
    await sql.run(
      'INSERT INTO stock (storeId, sku, onHand, asOf) VALUES (?, ?, ?, ?)',
      storeId,
      sku,
      onHand,
      now,
    );
    await markChanged(sql, 'stock', storeId, sku);
  });
}

/** The next operations of the outbox, decided by the hub. Gives the reasons of refusals. */
async function push({ device, local }: Kiosk, count: number): Promise<readonly (string | undefined)[]> {
  const sent = await local.outbox.next(count);
  if (sent.length === 0) return [];
  const receipt = await receiveOperations(hub, device, sent, (_operation, error) => {
    throw error;
  });
  await local.outbox.settle(sent, receipt);
  return receipt.refused.map(({ failure }) => failure.reason);
}

async function pull({ device, local }: Kiosk): Promise<void> {
  const { clocks: requested, ...position } = local.feed.request();
  const from = position.epoch && position.cursor ? { epoch: position.epoch, cursor: position.cursor } : null;
  const opened = await openFeed(hub, device, { from, sequence: position.sequence });
  async function* lines() {
    for await (const slice of readFeed(hub.sql, device, opened)) {
      for (const line of slice) yield JSON.stringify(line);
    }
  }
  const applied = await local.feed.apply(lines(), { requested });
  if (!applied.ok) throw new Error(applied.failure.message);
}

async function hold(operations: Operations, sessionId: string, sku: string, quantity: number) {
  const now = environment.now();
  const reservation: Reservation = {
    reservationId: v7(),
    kind: 'trial',
    state: 'requested',
    number: 1,
    sessionId,
    storeId,
    sku,
    quantity,
    fittingRoom: null,
    pickedAt: null,
    createdAt: new Date(now).toISOString(),
    expiresAt: new Date(now + 60_000).toISOString(),
  };
  const made = await operations.execute({ type: 'reservation-made', sessionId, reservation });
  return made.ok ? reservation.reservationId : undefined;
}

const release = (
  operations: Operations,
  sessionId: string,
  reservationId: string,
  by: 'cancelled' | 'expired',
) => operations.execute({ type: 'reservation-released', sessionId, reservationId, state: by });

interface Held {
  readonly reservationId: string;
  readonly quantity: number;
}
const heldText = `SELECT reservationId, quantity FROM reservation WHERE sku = ? AND state IN ('requested', 'picked', 'handed-over')`;
const held = ({ database }: LocalStore, sku: string) => database.connection.prepare<Held>(heldText).all(sku);
const heldAtHub = (sku: string) => hub.sql.all<Held>(heldText, sku);

const step = fc.record({
  kind: fc.constantFrom(
    'hold',
    'hold',
    'release',
    'release',
    'push one',
    'push one',
    'push',
    'pull',
    'ask for rights',
    'web hold',
    'web hold',
    'web release',
    'hub expires',
  ),
  kiosk: fc.nat({ max: 1 }),
  quantity: fc.constantFrom(1, 1, 1, 2),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(sku: string, { kind, kiosk: index, quantity }: Step, refused: (string | undefined)[]) {
  const kiosk = kiosks[index];
  if (!kiosk) return;
  const { local, sessionId, device } = kiosk;
  const web = createHubOperations(hub);
  if (kind === 'hold') await hold(local.operations, sessionId, sku, quantity);
  if (kind === 'release') {
    const [first] = held(local, sku);
    if (first) await release(local.operations, sessionId, first.reservationId, 'cancelled');
  }
  if (kind === 'push one') refused.push(...(await push(kiosk, 1)));
  if (kind === 'push') refused.push(...(await push(kiosk, 100)));
  if (kind === 'pull') await pull(kiosk);
  if (kind === 'ask for rights') await grantRights(hub, device, { requestId: v7(), sku, quantity });
  if (kind === 'web hold') await hold(web, webSession, sku, quantity);
  const [known] = (await heldAtHub(sku)).filter(({ reservationId }) => {
    const ofWeb = !kiosks.some(({ local: other }) =>
      held(other, sku).some((one) => one.reservationId === reservationId),
    );
    return kind === 'web release' ? ofWeb : !ofWeb;
  });
  if (known && kind === 'web release') await release(web, webSession, known.reservationId, 'cancelled');
  if (known && kind === 'hub expires') {
    const owner = kiosks.find(({ local: other }) =>
      held(other, sku).some((one) => one.reservationId === known.reservationId),
    );
    // The kiosk ends it by its own clock too, before or after.
    if (owner) {
      await release(web, owner.sessionId, known.reservationId, 'expired');
      await release(owner.local.operations, owner.sessionId, known.reservationId, 'expired');
    }
  }
}

const units = (holds: readonly { readonly quantity: number }[]) =>
  holds.reduce((sum, { quantity }) => sum + quantity, 0);

test('two kiosks, a web shop, lines that lag: whatever the order, no unit is promised twice and no promise is refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 6 }),
      fc.array(step, { minLength: 10, maxLength: 40 }),
      async (onHand, steps) => {
        const sku = `S-${v7()}`;
        await putStock(sku, onHand);
        for (const kiosk of kiosks) {
          await push(kiosk, 100);
          await grantRights(hub, kiosk.device, { requestId: v7(), sku, quantity: 1 });
          await pull(kiosk);
        }
        const refused: (string | undefined)[] = [];
        for (const one of steps) {
          await take(sku, one, refused);
          // Holds of one id count once, however many files know of them.
          const all = new Map(
            [...(await heldAtHub(sku)), ...kiosks.flatMap(({ local }) => held(local, sku))].map(
              (row) => [row.reservationId, row] as const,
            ),
          );
          const releasedHere = new Set(
            kiosks.flatMap(({ local }) =>
              local.database.connection
                .prepare<{ reservationId: string }>(
                  `SELECT reservationId FROM reservation WHERE sku = ? AND state NOT IN ('requested', 'picked', 'handed-over')`,
                )
                .all(sku)
                .map((row) => row.reservationId),
            ),
          );
          const promised = [...all.values()].filter((row) => !releasedHere.has(row.reservationId));
          expect(units(promised)).toBeLessThanOrEqual(onHand);
        }
        for (const kiosk of kiosks) refused.push(...(await push(kiosk, 100)));
        expect(refused).toEqual([]);
        const left = await hub.sql.first<{ reserved: number }>(
          'SELECT reserved FROM stock WHERE sku = ?',
          sku,
        );
        expect(left?.reserved).toBe(units(await heldAtHub(sku)));
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);
