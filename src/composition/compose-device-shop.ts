import { succeed } from '../contracts/result.ts';
import type { Environment } from '../core/ports/environment.ts';
import { createShop } from '../core/shop/create-shop.ts';
import type { Shop } from '../core/shop.ts';
import type { HubClient } from '../platform/sync/hub-client.ts';
import { createHubOrderChanges } from '../platform/sync/hub-order-changes.ts';
import { createHubPaymentDesk } from '../platform/sync/hub-payment-desk.ts';
import { createHubRights } from '../platform/sync/hub-rights.ts';
import type { Pace } from '../platform/sync/retrier.ts';
import { createSyncService, type SyncService } from '../platform/sync/sync-service.ts';
import type { LocalStore } from './open-local-store.ts';

export interface DeviceShopParts {
  readonly environment: Environment;
  readonly local: LocalStore;
  readonly hub: HubClient;
  readonly pace: Pace;
  /** The shop that this device stands in; undefined before pairing. */
  readonly storeId: () => string | undefined;
  readonly paired: () => boolean;
  /** Failures of hub and disk while syncing; nothing personal. */
  readonly onSyncFailure: (doing: 'pull' | 'push' | 'events', reason: unknown) => void;
}

/** A device's shop over its store, in step with a hub: the same for a kiosk, the command line and the simulation. */
export function composeDeviceShop(parts: DeviceShopParts): {
  readonly sync: SyncService;
  readonly shop: Shop;
} {
  const { environment, local, hub, pace, storeId, paired } = parts;
  const { store, stock, outbox, operations, catalogue, feed } = local;
  const sync = createSyncService({
    hub,
    outbox,
    feed,
    paired,
    pace,
    onDrained: store.cutLog,
    onFailure: parts.onSyncFailure,
  });
  const shop = createShop({
    catalogue,
    store,
    operations,
    rights: createHubRights({ hub, stock, environment, pace, pull: sync.pull }),
    paymentDesk: createHubPaymentDesk(hub),
    orderChanges: createHubOrderChanges(hub),
    phoneLinks: { open: (sessionId) => hub.call('continueOnPhone', { sessionId }) },
    otherShops: { hold: (wish) => hub.call('holdElsewhere', wish) },
    associates: {
      call: async (call) => {
        const called = await hub.call('callAssociate', call);
        return called.ok ? succeed(undefined) : called;
      },
    },
    environment,
    flush: sync.flush,
  });
  operations.onCommitted(() => sync.nudge());
  sync.onFeed(() => {
    const here = storeId();
    if (here === undefined) return;
    local.answerRecalls(here).catch((error: unknown) => parts.onSyncFailure('pull', error));
  });
  return { sync, shop };
}
