import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { readAgentSettings } from '../../composition/agent-settings.ts';
import { openAgent } from '../../composition/open-agent.ts';
import { type DeviceShop, openDeviceShop } from '../../composition/open-device-shop.ts';
import { pairInTime } from '../../composition/pairing.ts';
import { retailer } from '../../composition/sample-retailer.ts';
import type { KioskState } from '../../contracts/kiosk-ipc.ts';
import { checkPin, hashPin } from '../../platform/device-state/staff-pin.ts';
import { createPictureCheck } from '../../platform/store/catalogue-pictures.ts';
import { createWorkers } from '../../workers/all.ts';
import type { TellPage } from '../ipc/tell-page.ts';
import { AgentDesk } from './agent-desk.ts';
import { createCodeOpener } from './code-opener.ts';
import { Entrance } from './entrance.ts';
import { followHub } from './follow-hub.ts';
import { keyStoreBox } from './key-store-box.ts';
import type { Kiosk } from './kiosk.ts';
import type { KioskOptions } from './options.ts';
import { SessionDesk } from './session-desk.ts';
import { StaffDesk } from './staff-desk.ts';
import { type Audit, StaffDoor } from './staff-door.ts';
import { StaffFloor } from './staff-floor.ts';

/** A session of nobody: looking around before one has begun. */
const nobody = '00000000-0000-7000-8000-000000000000';
/** A hung page's 'Still there?' never comes; main then ends the session this much later than the page would have. */
const idleGraceMs = 5000;
/** What a hub has of the time in which a kiosk is closed, to take over what the last session leaves. */
const partingMs = 2000;
/** Units of holds return to stock within this time of their end. */
const expiryTickMs = 1000;
/** Without a shop after so long, the first screen shows that instead of waiting. */
const shopWaitMs = 20_000;

export interface KioskParts {
  readonly options: KioskOptions;
  readonly log: Logger;
  readonly tell: TellPage;
  readonly program: { readonly version: string; readonly runtime: string };
  /** As in `DeviceShopOptions`. */
  readonly threadProgram: URL;
}

/** Wires the kiosk: its shop, the agent, the desks. Throws with words for the operator when it cannot. */
export async function openKiosk(parts: KioskParts): Promise<Kiosk> {
  const { options, log, tell } = parts;
  const settings = readAgentSettings(options.environment);
  if (!settings.ok) throw new Error(settings.failure.message);
  const opened = await openDeviceShop({
    ...options,
    threadProgram: parts.threadProgram,
    secretBox: keyStoreBox(),
    onWarning: (message) => log.warn(message),
    onStorage: (trouble, error) =>
      trouble === null ? log.info('storage is well again') : log.error({ trouble, error }, 'storage'),
    onSyncFailure: (doing, failure) => log.warn({ doing, failure }, 'sync'),
  });
  if (!opened.ok) throw new Error(opened.failure.message);
  const deviceShop = opened.value;
  const { environment, local, sync, shop, storeId } = deviceShop;
  await keepStaffPin(deviceShop, options.environment.AISLE_STAFF_PIN);

  const { agent, close: closeAgent } = await openAgent({
    shop,
    workers: createWorkers(shop, settings.value.workersOff),
    model: settings.value.model,
    environment,
    variables: options.environment,
    onToolCrash: (tool, error) => log.error({ tool, error }, 'tool crashed'),
    audit: (call) => log.info({ audit: 'tool-call', ...call }, 'audit'),
    onForeignServer: (text) => log.warn(`foreign MCP server: ${text}`),
    onFailover: (reason) => log.warn({ reason }, 'the offline planner took over'),
  });
  const agentDesk = new AgentDesk(agent, tell, (error) => log.error({ error }, 'turn crashed'));
  const desk = new SessionDesk({
    shop,
    shelf: local.store,
    tell,
    storeId,
    idleLimitMs: options.idle.afterMs + options.idle.warnMs + idleGraceMs,
    clocks: environment,
    handBack: () => sync.flush(),
    onEnd: () => agentDesk.stop(),
    onCrash: (error) => log.error({ error }, 'session desk'),
  });
  const staffDesk = openStaffDesk(parts, deviceShop, desk, agent.planner);
  const audit: Audit = (event, facts) => log.info({ audit: event, ...facts }, 'audit');
  const staffDoor = new StaffDoor({
    now: environment.now,
    newId: environment.newId,
    checkPin: (pin) => isPin(pin, deviceShop.device.settings().staffPinHash),
    audit,
  });
  const staffFloor = new StaffFloor({ shop, storeId, audit });
  const entrance = openEntrance(deviceShop, desk);
  followHub({ deviceShop, desk, tell, log });
  // A disk that refuses is no reason to keep the shop closed: it is tried again with each tick.
  await desk.clearLeftovers().catch((error: unknown) => log.error({ error }, 'leftovers not cleared'));

  const hasPicture = createPictureCheck(local.database);
  const closing = new AbortController();
  const tick = async (): Promise<void> => {
    const ended = await shop.holds.expireDue();
    if (closing.signal.aborted) return;
    if (ended.length > 0) desk.changed();
    await desk.retryClearing();
    await local.store.cutLog();
  };
  const expiry = setInterval(() => {
    tick().catch((error: unknown) => log.error({ error }, 'tick failed'));
  }, expiryTickMs);

  return {
    shop,
    desk,
    entrance,
    agentDesk,
    staffDoor,
    staffDesk,
    staffFloor,
    storeId,
    state: async (): Promise<KioskState> => {
      const here = await shop.stock.store(storeId() ?? '');
      return {
        store: here.ok ? here.value : null,
        brand: { name: retailer.brand },
        sync: sync.status(),
        session: await desk.view(),
        idle: options.idle,
      };
    },
    browsingActor: () => {
      const actor = desk.actor();
      if (actor.ok) return actor.value;
      return { sessionId: nobody, storeId: storeId() ?? '', channel: 'kiosk', language: 'en' };
    },
    isCataloguePicture: async (source) => hasPicture(source),
    shopKnown: async () => {
      const until = environment.now() + shopWaitMs;
      const waiting = () => sync.status().phase !== 'current' && environment.now() < until;
      while (waiting() && !closing.signal.aborted) await sleep(50);
    },
    start: () => {
      start(deviceShop, log, closing.signal).catch((error: unknown) => log.error({ error }, 'start'));
    },
    closed: () => closing.signal.aborted,
    close: async () => {
      closing.abort();
      clearInterval(expiry);
      await desk.end('staff');
      await Promise.race([desk.parted(), sleep(partingMs)]);
      // Whether or not the hub has heard of it: nothing personal of the last shopper stays overnight.
      await local.store.wipe().catch((error: unknown) => log.error({ error }, 'wipe at the end'));
      await closeAgent();
      await deviceShop.close();
    },
  };
}

/** Pairs if need be, and follows the hub. */
async function start(
  { pair, sync, local, storeId }: DeviceShop,
  log: Logger,
  signal: AbortSignal,
): Promise<void> {
  await pairInTime(pair, log, signal);
  // Before the first sync, so that the first search need not wait for what came with it.
  await local.catalogue
    .warm(storeId() ?? '')
    .catch((error: unknown) => log.error({ error }, 'search not ready'));
  sync.start();
}

function openStaffDesk(
  { options, program }: KioskParts,
  { device, shop, sync, hubAddress, storage }: DeviceShop,
  desk: SessionDesk,
  planner: () => 'llm' | 'offline',
): StaffDesk {
  return new StaffDesk({
    planner,
    sync: sync.status,
    refusedOperations: sync.refused,
    storage,
    dataFolder: options.dataFolder,
    ...program,
    deviceId: () => device.settings().deviceId,
    hubAddress: hubAddress() ?? '',
    callAssociate: (reason) => {
      const actor = desk.actor();
      const sessionId = actor.ok ? actor.value.sessionId : null;
      return shop.help.callAssociate(sessionId, reason);
    },
  });
}

function openEntrance(
  { environment, device, hub, sync, shop, local }: DeviceShop,
  desk: SessionDesk,
): Entrance {
  const codes = createCodeOpener({
    settings: device.settings,
    expectedVisitor: local.store.expectedVisitor,
    variantsByNumber: local.catalogue.variantsByNumber,
    now: environment.now,
    heardAt: () => local.feed.position().syncedAt,
  });
  const handBack = async () => {
    if (sync.status().hub === 'connected') await sync.flush();
  };
  return new Entrance({ shop, desk, hub, codes, now: environment.now, handBack });
}

/** The PIN that the environment gives replaces the one that is kept. */
async function keepStaffPin({ device }: DeviceShop, pin: string | undefined): Promise<void> {
  if (!pin || (await isPin(pin, device.settings().staffPinHash))) return;
  await device.update({ staffPinHash: await hashPin(pin) });
}

const isPin = (pin: string, hash: string | null): Promise<boolean> =>
  hash === null ? Promise.resolve(false) : checkPin(pin, hash);
