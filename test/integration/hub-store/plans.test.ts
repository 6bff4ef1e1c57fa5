import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Plan } from '../../../src/contracts/plan.ts';
import type { Operations } from '../../../src/core/ports/operations.ts';
import type { ShopStore } from '../../../src/core/ports/shop-store.ts';
import { createShop } from '../../../src/core/shop/create-shop.ts';
import type { ShopPorts } from '../../../src/core/shop/parts.ts';
import type { Actor, Shop } from '../../../src/core/shop.ts';
import { must } from '../../../src/core/testing/must.ts';
import { createHubOperations } from '../../../src/platform/hub-store/operations.ts';
import { bindToDevice } from '../../../src/platform/hub-store/session-bindings.ts';
import { type Kiosk, openKiosk, pull, push, storeId } from '../stock/support/scene.ts';
import { stock, webSession } from './fixtures.ts';
import { databases, type HubPlace, openHubPlace } from './hub-place.ts';

const handles = ['kurta', 'trousers', 'shoes'] as const;
const skus = handles.map((handle) => `${handle}-M-Red`);
const oneOfEach = skus.map((sku) => ({ sku, quantity: 1 }));
let now: number;
let folder: string;
let place: HubPlace;
let actor: Actor;
/** A kiosk of the shop; its copy of the catalogue serves the web shop of these tests too. */
let kiosk: Kiosk;

/** Nothing that these plans do: whoever asks for it has gone wrong. */
const never = () => {
  throw new Error('Not a part of this plan');
};
const others = {
  rights: { acquire: never },
  paymentDesk: { create: never, cancel: never, read: never, send: never },
  orderChanges: { change: never, changeCustomerAddress: never },
} as unknown as Pick<ShopPorts, 'rights' | 'paymentDesk' | 'orderChanges'>;

class Crash extends Error {}

/** Dies before, or just after, the n-th write. */
function dying(operations: Operations, at: number, after: boolean): Operations {
  let count = 0;
  const spoilt =
    <A extends unknown[], T>(write: (...values: A) => Promise<T>) =>
    async (...values: A): Promise<T> => {
      count += 1;
      if (count === at && !after) throw new Crash();
      const written = await write(...values);
      if (count === at) throw new Crash();
      return written;
    };
  return {
    ...operations,
    execute: spoilt(operations.execute) as Operations['execute'],
    executeDraft: spoilt(operations.executeDraft) as Operations['executeDraft'],
  };
}

const environment = { now: () => now, newId: v7 };

function hubShop(operations = createHubOperations(place.hub)): Shop {
  const read: ShopStore['read'] = (work) =>
    place.hub.transaction((transaction) => work(transaction.shop(null)));
  const { catalogue } = kiosk.local;
  return createShop({ ...others, catalogue, store: { read, transaction: read }, operations, environment });
}

function kioskShop(operations: Operations = kiosk.local.operations): Shop {
  const { catalogue, store } = kiosk.local;
  return createShop({ ...others, catalogue, store, operations, environment });
}

async function propose(sessionId: string): Promise<Plan> {
  const plan: Plan = {
    planId: v7(),
    kind: 'outfit',
    state: 'proposed',
    revision: 1,
    at: new Date(now).toISOString(),
    asked: { occasion: null, budget: null },
    steps: handles.map((handle, index) => ({
      type: 'bag',
      state: 'waiting',
      piece: { sku: skus[index] ?? '', handle, title: handle, size: 'M', colour: 'Red', unitPrice: 50_000 },
      change: 1,
      before: null,
    })),
    currency: 'INR',
    trouble: null,
  };
  must(await createHubOperations(place.hub).execute({ type: 'plan-set', sessionId, plan }));
  return plan;
}

const atHub = () =>
  place.hub.transaction((transaction) => transaction.shop(null).sessions.find(actor.sessionId));

/** The shopper brings the session to the kiosk. */
async function arrive(): Promise<Actor> {
  const session = await atHub();
  if (!session) throw new Error('The session is gone');
  await place.hub.transaction((transaction) =>
    bindToDevice(transaction.sql, session.sessionId, kiosk.device.deviceId, now),
  );
  await kiosk.local.store.keepSnapshot({
    session,
    messages: [],
    reservations: [],
    orders: [],
    payment: null,
  });
  return { ...actor, channel: 'kiosk' };
}

describe.each(databases)('plans at a hub on %s', (kind) => {
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 22, 12);
    folder = mkdtempSync(path.join(tmpdir(), 'aisle-plans-'));
    place = await openHubPlace(kind, folder, environment);
    for (const handle of handles) await stock(place.hub, handle, 5);
    const device = { folder, name: 'kiosk', environment: { ...environment, uptime: () => now } };
    kiosk = await openKiosk(place.hub, device);
    await pull(place.hub, kiosk);
    const { sessionId } = await webSession(place.hub);
    actor = { sessionId, storeId, channel: 'web', language: 'en' };
  });
  afterEach(async () => {
    await kiosk.local.closeThread();
    kiosk.local.database.close();
    await place.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('a session from before there were any has none, and takes one', async () => {
    const session = await atHub();
    const { plan: _, ...old } = session ?? {};
    await place.hub.transaction(async ({ sql }) => {
      await sql.run(
        'UPDATE session SET document = ? WHERE sessionId = ?',
        JSON.stringify(old),
        actor.sessionId,
      );
      await sql.run("DELETE FROM migration WHERE name = 'base-plans'");
    });
    await place.startAnew();
    expect(await atHub()).toEqual(session);
    const plan = await propose(actor.sessionId);
    await place.startAnew();
    expect(await atHub()).toMatchObject({ plan });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    'goes on after a crash before and after write %i, and does nothing twice',
    async (write) => {
      for (const after of [false, true]) {
        const { sessionId } = await webSession(place.hub);
        actor = { ...actor, sessionId };
        const { planId } = await propose(sessionId);
        const crashed = hubShop(dying(createHubOperations(place.hub), write, after));
        await expect(crashed.plans.proceed(actor, planId)).rejects.toThrow(Crash);
        await place.startAnew();
        const shop = hubShop();
        expect(must(await shop.plans.proceed(actor, planId)).state).toBe('done');
        expect((await atHub())?.cart).toEqual(oneOfEach);
      }
    },
  );

  test('is gone on with at a kiosk after a crash on the web, and seen there again', async () => {
    const { planId } = await propose(actor.sessionId);
    const crashed = hubShop(dying(createHubOperations(place.hub), 4, true));
    await expect(crashed.plans.proceed(actor, planId)).rejects.toThrow(Crash);
    const begun = (await atHub())?.plan;
    expect(begun?.steps.map(({ state }) => state)).toEqual(['done', 'doing', 'waiting']);
    const onKiosk = await arrive();
    const done = must(await kioskShop().plans.proceed(onKiosk, planId));
    expect(done.state).toBe('done');
    expect(await push(place.hub, kiosk, 50)).toEqual([]);
    expect(await atHub()).toMatchObject({ plan: done, cart: oneOfEach });
    // What comes late from the web is older.
    if (begun) {
      const { sessionId } = actor;
      must(await createHubOperations(place.hub).execute({ type: 'plan-set', sessionId, plan: begun }));
    }
    expect(await atHub()).toMatchObject({ plan: done });
  });

  test('is taken back on the web after a crash at a kiosk', async () => {
    const { planId } = await propose(actor.sessionId);
    const onKiosk = await arrive();
    const crashed = kioskShop(dying(kiosk.local.operations, 8, false));
    await expect(crashed.plans.proceed(onKiosk, planId)).rejects.toThrow(Crash);
    expect(await push(place.hub, kiosk, 50)).toEqual([]);
    expect((await atHub())?.cart).toHaveLength(2);
    expect(must(await hubShop().plans.drop(actor, planId)).state).toBe('undone');
    expect((await atHub())?.cart).toEqual([]);
  });

  test('what is under way is not overtaken by what another channel proposed meanwhile', async () => {
    const { planId } = await propose(actor.sessionId);
    const crashed = hubShop(dying(createHubOperations(place.hub), 2, true));
    await expect(crashed.plans.proceed(actor, planId)).rejects.toThrow(Crash);
    now += 60_000;
    await propose(actor.sessionId);
    expect((await atHub())?.plan).toMatchObject({ planId, state: 'running' });
  });
});
