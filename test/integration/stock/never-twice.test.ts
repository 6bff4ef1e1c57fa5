import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemEnvironment } from '../../../src/composition/system-environment.ts';
import type { Operations } from '../../../src/core/ports/operations.ts';
import type { HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import { createHubOperations, receiveOperations } from '../../../src/platform/hub-store/operations.ts';
import { grantRights } from '../../../src/platform/hub-store/rights.ts';
import { databases } from '../hub-store/hub-place.ts';
import {
  held,
  heldAtHub,
  hold,
  type Kiosk,
  makeHold,
  openHub,
  openKiosk,
  pull,
  push,
  putStock,
  webSession,
} from './support/scene.ts';

/** Every statement is a way to a server and back there. */
const runs = { SQLite: 150, PostgreSQL: 15 };
const environment = systemEnvironment;

let folder: string;
let hub: HubDatabase;
let kiosks: readonly Kiosk[];

const release = (
  operations: Operations,
  sessionId: string,
  reservationId: string,
  by: 'cancelled' | 'expired',
) => operations.execute({ type: 'reservation-released', sessionId, reservationId, state: by });

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
  if (kind === 'hold') await hold(local.operations, { sessionId, sku, quantity, at: environment.now() });
  if (kind === 'release') {
    const [first] = held(local, sku);
    if (first) await release(local.operations, sessionId, first.reservationId, 'cancelled');
  }
  if (kind === 'push one') refused.push(...(await push(hub, kiosk, 1)));
  if (kind === 'push') refused.push(...(await push(hub, kiosk, 100)));
  if (kind === 'pull') await pull(hub, kiosk);
  if (kind === 'ask for rights') await grantRights(hub, device, { requestId: v7(), sku, quantity });
  if (kind === 'web hold') await hold(web, { sessionId: webSession, sku, quantity, at: environment.now() });
  const [known] = (await heldAtHub(hub, sku)).filter(({ reservationId }) => {
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

describe.each(databases)('promises at a hub on %s', (kind) => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'aisle-promises-'));
    ({ hub } = await openHub(kind, folder, environment));
    kiosks = await Promise.all(['a', 'b'].map((name) => openKiosk(hub, { folder, name, environment })));
  });
  afterAll(async () => {
    await Promise.all(kiosks.map(({ local }) => local.database.close()));
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('two kiosks, a web shop, lines that lag: whatever the order, no unit is promised twice and no promise is refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 6 }),
        fc.array(step, { minLength: 10, maxLength: 40 }),
        async (onHand, steps) => {
          const sku = `S-${v7()}`;
          await putStock(hub, sku, onHand);
          for (const kiosk of kiosks) {
            await push(hub, kiosk, 100);
            await grantRights(hub, kiosk.device, { requestId: v7(), sku, quantity: 1 });
            await pull(hub, kiosk);
          }
          const refused: (string | undefined)[] = [];
          for (const one of steps) {
            await take(sku, one, refused);
            // Holds of one id count once, however many files know of them.
            const all = new Map(
              [...(await heldAtHub(hub, sku)), ...kiosks.flatMap(({ local }) => held(local, sku))].map(
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
          for (const kiosk of kiosks) refused.push(...(await push(hub, kiosk, 100)));
          expect(refused).toEqual([]);
          const left = await hub.sql.first<{ reserved: number }>(
            'SELECT reserved FROM stock WHERE sku = ?',
            sku,
          );
          expect(left?.reserved).toBe(units(await heldAtHub(hub, sku)));
        },
      ),
      { numRuns: runs[kind] },
    );
  }, 120_000);

  test('a hold that covered a payment is over at its kiosk too when the hub ends it, and its rights count again', async () => {
    const [kiosk] = kiosks;
    if (!kiosk) throw new Error('no kiosk');
    const { local, sessionId, device } = kiosk;
    const sku = `S-${v7()}`;
    const wanted = { sessionId, sku, quantity: 1, at: environment.now(), kind: 'checkout' } as const;
    await putStock(hub, sku, 1);
    await grantRights(hub, device, { requestId: v7(), sku, quantity: 1 });
    await pull(hub, kiosk);
    const reservationId = await hold(local.operations, wanted);
    await push(hub, kiosk, 100);
    await release(createHubOperations(hub), sessionId, reservationId ?? '', 'cancelled');
    await pull(hub, kiosk);
    expect(held(local, sku)).toEqual([]);
    expect(await hold(local.operations, wanted)).toBeDefined();
  });

  test('the promises of a session that has left its device, and that the hub never heard of, are taken', async () => {
    const kiosk = await openKiosk(hub, { folder, name: 'c', environment });
    await kiosk.local.database.close();
    const sku = `S-${v7()}`;
    await putStock(hub, sku, 5);
    await grantRights(hub, kiosk.device, { requestId: v7(), sku, quantity: 2 });
    const sent = [1, 2].map((sequence) => {
      const reservation = makeHold({ sessionId: kiosk.sessionId, sku, quantity: 1, at: environment.now() });
      const body = { type: 'reservation-made' as const, sessionId: kiosk.sessionId, reservation };
      return { operationId: v7(), sequence, at: reservation.createdAt, body };
    });
    const receipt = await receiveOperations(hub, kiosk.device, sent, (_operation, error) => {
      throw error;
    });
    expect(receipt).toEqual({ appliedSequence: 2, refused: [] });
    expect(units(await heldAtHub(hub, sku))).toBe(2);
  });
});
