import { composeDeviceShop } from '../../../../src/composition/compose-device-shop.ts';
import { openLocalStore } from '../../../../src/composition/open-local-store.ts';
import { systemEnvironment } from '../../../../src/composition/system-environment.ts';
import type { Actor } from '../../../../src/core/shop.ts';
import {
  makeFeed,
  makeProduct,
  makeStock,
  shop as place,
  toLines,
} from '../../../../src/platform/store/testing/samples.ts';
import { createHubClient } from '../../../../src/platform/sync/hub-client.ts';

export const sku = 'kurta-M-Red';

/** The real store and shop of a device in a folder, with one piece to promise, and a hub that cannot be reached. */
export async function openDevice(folder: string) {
  const environment = systemEnvironment;
  const opened = openLocalStore(folder, environment, () => 1);
  if (!opened.ok) return opened;
  const local = opened.value;
  const { shop, sync } = composeDeviceShop({
    environment,
    local,
    hub: createHubClient({ baseUrl: () => null, token: () => null }),
    pace: { random: Math.random, sleep: async () => undefined },
    storeId: () => place.storeId,
    paired: () => false,
    onSyncFailure: () => undefined,
  });
  const stockUp = () =>
    local.feed.apply(
      toLines(
        makeFeed([
          { type: 'store', store: place },
          { type: 'product', product: makeProduct('kurta', ['M/Red/100']) },
          { type: 'stock', row: makeStock(sku, { onHand: 50, granted: 50 }) },
        ]),
      ),
      { requested: local.feed.request().clocks },
    );
  const guest = async (): Promise<Actor> => {
    const started = await shop.sessions.start('en');
    if (!started.ok) throw new Error(started.failure.message);
    return { sessionId: started.value.sessionId, storeId: place.storeId, channel: 'kiosk', language: 'en' };
  };
  return { ok: true as const, value: { local, shop, sync, stockUp, guest } };
}
