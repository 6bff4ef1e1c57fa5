import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openLocalStore } from '../../../composition/open-local-store.ts';
import type { Store } from '../../../contracts/store.ts';
import type { IncomingProduct } from '../../../core/ports/catalogue-writer.ts';
import type { Environment } from '../../../core/ports/environment.ts';
import { createCatalogueWriter } from '../../../platform/hub-store/catalogue-writer.ts';
import { addDevice } from '../../../platform/hub-store/devices.ts';
import { openSqliteHub } from '../../../platform/hub-store/sqlite-hub.ts';
import type { Database } from '../../../platform/store/open-database.ts';
import { createRandom } from '../random.ts';
import { createClock, createEnvironment } from './clock.ts';
import type { DiskImage } from './disk.ts';

/** Databases as they are before the first event of a run; made once and copied for each run. */
export interface Templates {
  /** Shop, products and paired devices are there; stock is not. */
  readonly hub: DiskImage;
  readonly hubWithTill: DiskImage;
  /** Empty, up to date. */
  readonly device: DiskImage;
  /** Of kiosk 1, 2 and so on, and of the till behind them. */
  readonly deviceIds: readonly string[];
}

export const storeId = 'one-shop';
export const skus = ['A', 'B', 'C'] as const;
export type Sku = (typeof skus)[number];

const shop: Store = {
  storeId,
  name: 'One shop',
  address: 'Road 1',
  city: 'Hyderabad',
  phone: '+914012345678',
  position: { latitude: 17.4, longitude: 78.4 },
  timeZone: 'Asia/Kolkata',
  hours: Array.from({ length: 7 }, () => ({ opens: 0, closes: 1440 })),
  fittingRooms: 4,
};

const product: IncomingProduct = {
  handle: 'kurta',
  title: 'Kurta',
  description: '',
  brand: 'Marigold',
  productType: 'Kurta',
  department: 'women',
  tags: [],
  attributes: {},
  currency: 'INR',
  images: [],
  extra: {},
  variants: skus.map((sku) => ({
    sku,
    barcode: null,
    size: sku,
    colour: null,
    options: [{ name: 'Size', value: sku }],
    price: 100_00,
    compareAtPrice: null,
    image: null,
    extra: {},
  })),
};

async function closeToImage(database: Database): Promise<DiskImage> {
  database.truncateLog();
  await database.close();
  return { database: readFileSync(database.file), log: Buffer.alloc(0) };
}

/** `folder` is used for as long as this takes. */
export async function makeTemplates(folder: string, kiosks: number): Promise<Templates> {
  const clock = createClock(() => 0);
  const environment = createEnvironment(clock, createRandom('templates'));
  const deviceIds = Array.from({ length: kiosks + 1 }, () => environment.newId());
  mkdirSync(folder, { recursive: true });
  const local = openLocalStore(folder, environment, () => 1);
  if (!local.ok) throw new Error(local.failure.message);
  const device = await closeToImage(local.value.database);
  const hub = await makeHub(path.join(folder, 'hub.sqlite'), environment, deviceIds.slice(0, kiosks), kiosks);
  const hubWithTill = await makeHub(path.join(folder, 'till.sqlite'), environment, deviceIds, kiosks);
  rmSync(folder, { recursive: true, force: true });
  return { hub, hubWithTill, device, deviceIds };
}

async function makeHub(
  file: string,
  environment: Environment,
  deviceIds: readonly string[],
  kiosks: number,
): Promise<DiskImage> {
  const opened = await openSqliteHub(file, environment);
  if (!opened.ok) throw new Error(opened.failure.message);
  const hub = opened.value;
  await createCatalogueWriter(hub).write(
    async (catalogue) => {
      await catalogue.putStore(shop);
      await catalogue.putProduct(product);
    },
    { dryRun: false },
  );
  for (const [index, deviceId] of deviceIds.entries()) {
    const kind = index < kiosks ? 'kiosk' : 'till';
    await hub.transaction(async (transaction) => {
      await addDevice(transaction, { deviceId, name: `${kind} ${index + 1}`, storeId, kind });
    });
  }
  return closeToImage(hub.database);
}
