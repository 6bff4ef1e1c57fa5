import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import type { KioskState } from '../../contracts/kiosk-ipc.ts';
import { fail } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import { createShop } from '../../core/shop/create-shop.ts';
import { defaultPolicy } from '../../core/shop/policy.ts';
import { verifyCapsule } from '../../platform/capsule/capsule.ts';
import { createDeviceState } from '../../platform/device-state/device-state.ts';
import { checkPin, hashPin } from '../../platform/device-state/staff-pin.ts';
import { createPictureCheck } from '../../platform/store/catalogue-pictures.ts';
import { createHubClient } from '../../platform/sync/hub-client.ts';
import { createHubPaymentDesk } from '../../platform/sync/hub-payment-desk.ts';
import { createHubRights } from '../../platform/sync/hub-rights.ts';
import { createSyncService } from '../../platform/sync/sync-service.ts';
import type { TellPage } from '../ipc/tell-page.ts';
import { AgentDesk } from './agent-desk.ts';
import { Entrance } from './entrance.ts';
import { followHub } from './follow-hub.ts';
import { keyStoreBox } from './key-store-box.ts';
import type { Kiosk } from './kiosk.ts';
import { openAgent } from './open-agent.ts';
import { openLocalStore } from './open-store.ts';
import type { KioskOptions } from './options.ts';
import { pairInTime, pairOnce } from './pairing.ts';
import { SessionDesk } from './session-desk.ts';
import { StaffDesk } from './staff-desk.ts';

/** The sample retailer; a retailer's own name and tokens replace it. */
const brand = { name: 'Marigold' };
/** A session of nobody: looking around before one has begun. */
const nobody = '00000000-0000-7000-8000-000000000000';
/** A hung page's 'Still there?' never comes; main then ends the session this much later than the page would have. */
const idleGraceMs = 5000;
/** Units of holds return to stock within this time of their end. */
const expiryTickMs = 1000;
/** Without a shop after so long, the first screen shows that instead of waiting. */
const shopWaitMs = 20_000;

export interface KioskParts {
  readonly options: KioskOptions;
  readonly log: Logger;
  readonly tell: TellPage;
  readonly program: { readonly version: string; readonly runtime: string };
}

/** Wires the kiosk: device state, store, hub, shop, agent, desks. Throws with words for the operator when it cannot. */
export async function openKiosk({ options, log, tell, program }: KioskParts): Promise<Kiosk> {
  const environment: Environment = { now: Date.now, newId: v7 };
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 });
  const deviceState = await createDeviceState(options.dataFolder, {
    secretBox: keyStoreBox(),
    onWarning: (message) => log.warn(message),
  });
  if (!deviceState.ok) throw new Error(deviceState.failure.message);
  const device = deviceState.value;
  const pin = options.environment.AISLE_STAFF_PIN;
  if (pin && !(await isPin(pin, device.settings().staffPinHash))) {
    await device.update({ staffPinHash: await hashPin(pin) });
  }

  const local = openLocalStore(options.dataFolder, environment, () => device.settings().deviceIndex);
  if (!local.ok) throw new Error(local.failure.message);
  const { store, stock, outbox, operations, catalogue, feed, database } = local.value;

  const hasPicture = createPictureCheck(database);

  const storeId = () => device.settings().storeId ?? undefined;
  const hubAddress = () => options.hubAddress ?? device.settings().hubUrl;
  const hub = createHubClient({ baseUrl: hubAddress, token: device.deviceToken });
  const sync = createSyncService({
    hub,
    outbox,
    feed,
    paired: () => device.deviceToken() !== null,
    pace: {
      random: Math.random,
      sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
    },
    onDrained: store.cutLog,
    onFailure: (doing, failure) => log.warn({ doing, failure }, 'sync'),
  });
  const shop = createShop({
    catalogue,
    store,
    operations,
    rights: createHubRights({ hub, stock, storeId, environment, pull: sync.pull }),
    paymentDesk: createHubPaymentDesk(hub),
    environment,
    policy: defaultPolicy,
    flush: sync.flush,
  });
  const { agent, tools } = await openAgent(shop, environment, log);
  const agentDesk = new AgentDesk(agent, tell, (error) => log.error({ error }, 'turn crashed'));
  const desk = new SessionDesk({
    shop,
    shelf: store,
    tell,
    storeId,
    variantsByNumber: catalogue.variantsByNumber,
    idleLimitMs: options.idle.afterMs + options.idle.warnMs + idleGraceMs,
    now: environment.now,
    handBack: () => sync.flush(),
    onEnd: () => agentDesk.stop(),
  });
  const staffDesk = new StaffDesk({
    now: environment.now,
    checkPin: (given) => isPin(given, device.settings().staffPinHash),
    planner: agent.planner,
    sync: sync.status,
    refusedOperations: sync.refused,
    dataFolder: options.dataFolder,
    ...program,
    deviceId: () => device.settings().deviceId,
    hubAddress: hubAddress() ?? '',
    callAssociate: (reason) => {
      const actor = desk.actor();
      const sessionId = actor.ok ? actor.value.sessionId : null;
      return hub.call('callAssociate', { callId: environment.newId(), sessionId, reason });
    },
    audit: (event) => log.info({ audit: event }, 'audit'),
  });
  const entrance = new Entrance({
    shop,
    desk,
    hub,
    verifyCapsule: (capsule) => {
      const { hubId, capsuleKeys } = device.settings();
      if (hubId === null)
        return Promise.resolve(fail('offline', 'This kiosk is not paired yet.', { reason: 'unpaired' }));
      return verifyCapsule(capsule, capsuleKeys, { hubId, now: environment.now() });
    },
  });

  followHub({ sync, operations, hub, store, shop, desk, catalogue, tell, storeId, log });
  await desk.clearLeftovers();
  const expiry = setInterval(
    () => void shop.holds.expireDue().then((ended) => ended.length > 0 && desk.changed()),
    expiryTickMs,
  );
  const closing = new AbortController();
  const here = async () => {
    const found = await shop.stock.store(storeId() ?? '');
    return found.ok ? found.value : null;
  };

  return {
    shop,
    desk,
    entrance,
    agentDesk,
    staffDesk,
    storeId,
    state: async (): Promise<KioskState> => ({
      store: await here(),
      brand,
      sync: sync.status(),
      session: await desk.view(),
      idle: options.idle,
    }),
    browsingActor: () => {
      const actor = desk.actor();
      if (actor.ok) return actor.value;
      return { sessionId: nobody, storeId: storeId() ?? '', channel: 'kiosk', language: 'en' };
    },
    isCataloguePicture: async (source) => hasPicture(source),
    shopKnown: async () => {
      const until = environment.now() + shopWaitMs;
      while (sync.status().phase !== 'current' && environment.now() < until && !closing.signal.aborted)
        await sleep(50);
    },
    start: () => {
      void pairInTime(() => pairOnce(device, hub, options), log, closing.signal).then(() => sync.start());
    },
    closed: () => closing.signal.aborted,
    close: async () => {
      closing.abort();
      clearInterval(expiry);
      await desk.end('staff');
      sync.stop();
      await tools.close();
      await database.close();
    },
  };
}

const isPin = (pin: string, hash: string | null): Promise<boolean> =>
  hash === null ? Promise.resolve(false) : checkPin(pin, hash);
