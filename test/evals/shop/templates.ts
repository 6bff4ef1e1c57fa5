import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { composeDeviceShop } from '../../../src/composition/compose-device-shop.ts';
import { openLocalStore, shopFile } from '../../../src/composition/open-local-store.ts';
import type { DeviceEnvironment } from '../../../src/core/ports/environment.ts';
import { createFakeEnvironment, testNow } from '../../../src/core/testing/fake-environment.ts';
import { importSampleShop } from '../../../src/hub/sample-shop/import-sample-shop.ts';
import type { HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import type { Database } from '../../../src/platform/store/open-database.ts';
import { openInProcessHub, pairingCode } from './in-process-hub.ts';
import { fillSmallShop } from './small-shop.ts';

/** Which shop a dialogue plays in: the sample shop that ships, or a dozen pieces. */
export const shopNames = ['sample', 'small'] as const;
export type ShopName = (typeof shopNames)[number];

/** A hub and a kiosk that has just paired with it and read its feed to the end: copied for each dialogue. */
export interface ShopTemplate {
  readonly hub: Buffer;
  readonly device: Buffer;
  readonly deviceId: string;
  readonly deviceIndex: number;
  readonly deviceToken: string;
  readonly storeId: string;
}

/** Where the kiosk stands. */
const storeId = 'hyd-banjara';
/** The kiosk paired a little before its first shopper came: ids that were given out by then are others. */
const pairedBeforeMs = 60_000;

/** Time that stands still, ids that count up: hub and kiosk share them, so that no id is given twice. */
export function createEvalEnvironment(aheadMs = 0): DeviceEnvironment {
  return { ...createFakeEnvironment(testNow + aheadMs), uptime: () => 3 * 24 * 60 * 60_000 + aheadMs };
}

const fill: Readonly<Record<ShopName, (hub: HubDatabase) => Promise<void>>> = {
  sample: async (hub) => {
    const imported = await importSampleShop(hub, pino({ level: 'silent' }));
    if (!imported.ok) throw new Error(imported.failure.message);
  },
  small: fillSmallShop,
};

export async function makeTemplate(name: ShopName): Promise<ShopTemplate> {
  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-evals-'));
  try {
    return await makeIn(folder, name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeIn(folder: string, name: ShopName): Promise<ShopTemplate> {
  const environment = createEvalEnvironment(-pairedBeforeMs);
  const hubFile = path.join(folder, 'hub.sqlite');
  const hub = await openInProcessHub(hubFile, environment);
  await fill[name](hub.database);
  const paired = await hub.client(null).call('pair', { pairingCode, name: 'Evals', storeId });
  if (!paired.ok) throw new Error(paired.failure.message);
  const { deviceId, deviceToken, deviceIndex } = paired.value;
  const deviceFolder = path.join(folder, 'device');
  mkdirSync(deviceFolder);
  const local = openLocalStore(deviceFolder, environment, () => deviceIndex);
  if (!local.ok) throw new Error(local.failure.message);
  const { sync } = composeDeviceShop({
    environment,
    local: local.value,
    hub: hub.client(deviceToken),
    pace: { random: () => 0.5, sleep: async () => undefined },
    storeId: () => storeId,
    paired: () => true,
    onSyncFailure: () => undefined,
  });
  const pulled = await sync.pull();
  if (!pulled.ok) throw new Error(pulled.failure.message);
  sync.stop();
  return {
    device: await closed(local.value.database, shopFile(deviceFolder)),
    hub: await closed(hub.file, hubFile),
    deviceId,
    deviceIndex,
    deviceToken,
    storeId,
  };
}

async function closed(database: Database, file: string): Promise<Buffer> {
  database.truncateLog();
  await database.close();
  return readFileSync(file);
}
