import { composeDeviceShop } from '../../../../src/composition/compose-device-shop.ts';
import { prepareStorage } from '../../../../src/composition/device-storage.ts';
import { openLocalStore } from '../../../../src/composition/open-local-store.ts';
import { systemEnvironment } from '../../../../src/composition/system-environment.ts';
import { fail, succeed } from '../../../../src/contracts/result.ts';
import type { Actor } from '../../../../src/core/shop.ts';
import {
  epochs,
  makeFeed,
  makeProduct,
  makeStock,
  shop as place,
  toLines,
} from '../../../../src/platform/store/testing/samples.ts';
import type { HubClient } from '../../../../src/platform/sync/hub-client.ts';

export const sku = 'kurta-M-Red';

/** A hub that takes no operations, and whose feed brings another hundred products at each reading. */
function createFeedOnlyHub(): HubClient {
  let readings = 0;
  const silent = async () => fail('offline', 'The hub is silent.');
  return {
    call: silent,
    events: silent,
    feed: async ({ epoch }) => {
      readings += 1;
      const products = Array.from({ length: 100 }, (_, index) =>
        makeProduct(`piece-${readings}-${index}`, ['M/Red/100', 'L/Red/100'], {
          description: 'Soft. '.repeat(200),
        }),
      );
      const rows = [
        { type: 'store' as const, store: place },
        { type: 'product' as const, product: makeProduct('kurta', ['M/Red/100']) },
        { type: 'stock' as const, row: makeStock(sku, { onHand: 900, granted: 900 }) },
        ...products.map((product) => ({ type: 'product' as const, product })),
      ];
      const mode = epoch === null ? 'snapshot' : 'delta';
      return succeed(toLines(makeFeed(rows, { mode, cursor: String(readings), epoch: epochs[0] })));
    },
  };
}

/** The real store, shop and sync of a device in a folder, opened as a kiosk opens them. */
export async function openDevice(folder: string) {
  const environment = systemEnvironment;
  const prepared = await prepareStorage({
    dataFolder: folder,
    environment,
    onWarning: () => undefined,
    onStorage: () => undefined,
  });
  if (!prepared.ok) return prepared;
  const storage = prepared.value;
  const opened = openLocalStore(folder, environment, () => 1, { watch: storage.watch });
  if (!opened.ok) return opened;
  const local = opened.value;
  const { shop, sync } = composeDeviceShop({
    environment,
    local,
    hub: createFeedOnlyHub(),
    pace: { random: Math.random, sleep: async () => undefined },
    storeId: () => place.storeId,
    paired: () => false,
    onSyncFailure: () => undefined,
  });
  return succeed({ local, shop, sync, storage });
}

export const actorOf = (sessionId: string): Actor => ({
  sessionId,
  storeId: place.storeId,
  channel: 'kiosk',
  language: 'en',
});
