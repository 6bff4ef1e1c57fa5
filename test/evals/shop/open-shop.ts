import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { composeDeviceShop } from '../../../src/composition/compose-device-shop.ts';
import { openLocalStore, shopFile } from '../../../src/composition/open-local-store.ts';
import type { Language } from '../../../src/contracts/primitives.ts';
import type { SessionSnapshot } from '../../../src/contracts/session.ts';
import type { DeviceEnvironment } from '../../../src/core/ports/environment.ts';
import type { Actor, Shop } from '../../../src/core/shop.ts';
import { sessionOfCustomer } from '../../../src/hub/sessions/session-desk.ts';
import { bindToDevice } from '../../../src/platform/hub-store/session-bindings.ts';
import type { HubClient } from '../../../src/platform/sync/hub-client.ts';
import { type InProcessHub, noHub, openInProcessHub } from './in-process-hub.ts';
import type { ShopState } from './state.ts';
import { stateOf } from './state.ts';
import { createEvalEnvironment, type ShopTemplate } from './templates.ts';

export interface OpenedShop {
  readonly shop: Shop;
  readonly actor: Actor;
  readonly environment: DeviceEnvironment;
  /** Rows of kiosk and hub as they are now; what waits to be sent is sent before. */
  state(): Promise<ShopState>;
  /** From here on the hub is away, or back. */
  cut(away: boolean): void;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly language: Language;
  /** Whose session it is; a guest's without. */
  readonly customerId?: string | undefined;
}

/** A kiosk's shop over copies of a template's files, with the hub that it is in step with, and a session. */
export async function openShop(
  template: ShopTemplate,
  { language, customerId }: OpenOptions,
): Promise<OpenedShop> {
  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-eval-'));
  const environment = createEvalEnvironment();
  const hubFile = path.join(folder, 'hub.sqlite');
  writeFileSync(hubFile, template.hub);
  const deviceFolder = path.join(folder, 'device');
  mkdirSync(deviceFolder);
  writeFileSync(shopFile(deviceFolder), template.device);
  const local = openLocalStore(deviceFolder, environment, () => template.deviceIndex);
  if (!local.ok) throw new Error(local.failure.message);
  const hub = await openInProcessHub(hubFile, environment);
  const line = createLine(hub.client(template.deviceToken));
  const { sync, shop } = composeDeviceShop({
    environment,
    local: local.value,
    hub: line.client,
    pace: {
      random: () => 0.5,
      sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
    },
    storeId: () => template.storeId,
    paired: () => true,
    onSyncFailure: () => undefined,
  });
  const sessionId =
    customerId === undefined
      ? await guestSession(shop, language)
      : await customerSession(hub, line.client, local.value.store, customerId, template);
  const actor: Actor = { sessionId, storeId: template.storeId, channel: 'kiosk', language };
  return {
    shop,
    actor,
    environment,
    state: async () => {
      await sync.flush();
      return stateOf(local.value, hub, actor);
    },
    cut: line.cut,
    close: async () => {
      sync.stop();
      await sync.flush().catch(() => undefined);
      await local.value.database.close();
      await hub.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function guestSession(shop: Shop, language: Language): Promise<string> {
  const started = await shop.sessions.start(language);
  if (!started.ok) throw new Error(started.failure.message);
  return started.value.sessionId;
}

/** As after a one-time code: the hub opens the customer's session for this kiosk, which takes it in. */
async function customerSession(
  { database }: InProcessHub,
  client: HubClient,
  store: { keepSnapshot: (snapshot: SessionSnapshot) => Promise<void> },
  customerId: string,
  { deviceId, storeId }: ShopTemplate,
): Promise<string> {
  const sessionId = await database.transaction(async (transaction) => {
    const opened = await sessionOfCustomer(transaction, customerId, {
      storeId,
      origin: deviceId,
      newId: database.environment.newId,
    });
    await bindToDevice(transaction.sql, opened, deviceId, transaction.now);
    return opened;
  });
  const snapshot = await client.call('session', { sessionId });
  if (!snapshot.ok) throw new Error(snapshot.failure.message);
  await store.keepSnapshot(snapshot.value);
  return sessionId;
}

function createLine(hub: HubClient): { readonly client: HubClient; cut(away: boolean): void } {
  let away = false;
  const end = (): HubClient => (away ? noHub : hub);
  return {
    cut: (now) => {
      away = now;
    },
    client: {
      call: (name, request) => end().call(name, request),
      feed: (request, signal) => end().feed(request, signal),
      events: (signal) => end().events(signal),
    },
  };
}
