import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { StorageHealth } from '../contracts/kiosk-ipc.ts';
import type { Result } from '../contracts/result.ts';
import type { DeviceEnvironment } from '../core/ports/environment.ts';
import type { SecretBox } from '../core/ports/secret-box.ts';
import type { Shop } from '../core/shop.ts';
import { createDeviceState, type DeviceState } from '../platform/device-state/device-state.ts';
import { lockFolder } from '../platform/store/folder-lock.ts';
import type { StoreTrouble } from '../platform/store/store-watch.ts';
import { createHubClient, type HubClient } from '../platform/sync/hub-client.ts';
import type { SyncService } from '../platform/sync/sync-service.ts';
import { composeDeviceShop } from './compose-device-shop.ts';
import { prepareStorage } from './device-storage.ts';
import { type LocalStore, openLocalStore } from './open-local-store.ts';
import { type PairingOptions, pairOnce } from './pairing.ts';
import { systemEnvironment } from './system-environment.ts';

export interface DeviceShopOptions extends PairingOptions {
  readonly dataFolder: string;
  readonly secretBox: SecretBox;
  readonly onWarning: (message: string) => void;
  /** Called when something keeps the store from being written or read, and with null when that is over. */
  readonly onStorage: (trouble: StoreTrouble | null, error?: unknown) => void;
  /** Failures of hub and disk while syncing; nothing personal. */
  readonly onSyncFailure: (doing: 'pull' | 'push' | 'events', reason: unknown) => void;
  /** As in `LocalStoreOptions`. */
  readonly threadProgram?: URL;
}

/** One shop of the chain as a device keeps it: a store of its own, in step with the hub when there is one. */
export interface DeviceShop {
  readonly environment: DeviceEnvironment;
  readonly device: DeviceState;
  readonly local: LocalStore;
  readonly hub: HubClient;
  readonly sync: SyncService;
  readonly shop: Shop;
  /** The shop that this device stands in; undefined before pairing. */
  storeId(): string | undefined;
  hubAddress(): string | null;
  storage(): Promise<StorageHealth>;
  /** Asks the hub for an identity unless there is one. */
  pair(): Promise<Result<void>>;
  close(): Promise<void>;
}

/** Failures are words for the operator: a folder in use, settings or store that cannot be opened. */
export async function openDeviceShop(options: DeviceShopOptions): Promise<Result<DeviceShop>> {
  const locked = lockFolder(options.dataFolder, 'kiosk');
  if (!locked.ok) return locked;
  const opened = await openHeldFolder(options, locked.value).catch((error: unknown) => {
    locked.value();
    throw error;
  });
  if (!opened.ok) locked.value();
  return opened;
}

async function openHeldFolder(options: DeviceShopOptions, letGo: () => void): Promise<Result<DeviceShop>> {
  const environment = systemEnvironment;
  const state = await createDeviceState(options.dataFolder, options);
  if (!state.ok) return state;
  const device = state.value;
  const prepared = await prepareStorage({ ...options, environment });
  if (!prepared.ok) return prepared;
  const storage = prepared.value;
  const opened = openLocalStore(options.dataFolder, environment, () => device.settings().deviceIndex, {
    watch: storage.watch,
    ...(options.threadProgram && { threadProgram: options.threadProgram }),
    keepCapsuleKeys: async (capsuleKeys) => {
      if (!isDeepStrictEqual(capsuleKeys, device.settings().capsuleKeys))
        await device.update({ capsuleKeys });
    },
  });
  if (!opened.ok) return opened;
  const local = opened.value;
  const storeId = () => device.settings().storeId ?? undefined;
  const hubAddress = () => options.hubAddress ?? device.settings().hubUrl;
  const hub = createHubClient({ baseUrl: hubAddress, token: device.deviceToken });
  const { sync, shop } = composeDeviceShop({
    environment,
    local,
    hub,
    pace: {
      random: Math.random,
      sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
    },
    storeId,
    paired: () => device.deviceToken() !== null,
    onSyncFailure: options.onSyncFailure,
  });
  return {
    ok: true,
    value: {
      environment,
      device,
      local,
      hub,
      sync,
      shop,
      storeId,
      hubAddress,
      storage: () => storage.health(local.database),
      pair: () => pairOnce(device, hub, options),
      close: async () => {
        sync.stop();
        await local.closeThread();
        await storage.close(local.database);
        letGo();
      },
    },
  };
}
