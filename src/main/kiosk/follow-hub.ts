import type { Logger } from 'pino';
import type { Shop } from '../../core/shop.ts';
import type { SqliteCatalogue } from '../../platform/store/catalogue.ts';
import type { KioskOperations } from '../../platform/store/kiosk-operations.ts';
import type { KioskStore } from '../../platform/store/kiosk-store.ts';
import type { HubClient } from '../../platform/sync/hub-client.ts';
import type { SyncService } from '../../platform/sync/sync-service.ts';
import type { TellPage } from '../ipc/tell-page.ts';
import type { SessionDesk } from './session-desk.ts';

export interface HubFollowers {
  readonly sync: SyncService;
  readonly operations: KioskOperations;
  readonly hub: HubClient;
  readonly store: KioskStore;
  readonly shop: Shop;
  readonly desk: SessionDesk;
  readonly catalogue: SqliteCatalogue;
  readonly tell: TellPage;
  readonly storeId: () => string | undefined;
  readonly log: Logger;
}

/** Connects what changes with who must hear of it: outbox to hub, hub to store, store to screen. */
export function followHub(followers: HubFollowers): void {
  const { sync, operations, hub, store, shop, desk, catalogue, tell, storeId, log } = followers;
  operations.onCommitted(() => {
    sync.nudge();
    desk.changed();
  });
  sync.onStatus((status) => tell('sync-changed', { sync: status }));
  sync.onFeed(async ({ skus }) => {
    const here = storeId();
    if (here === undefined) return;
    await catalogue.warm(here);
    const known = await shop.stock.store(here);
    if (known.ok) tell('store-changed', { store: known.value });
    tell('stock-changed', { skus: [...skus] });
    desk.changed();
  });
  sync.onEvent(async (event) => {
    if (event.type === 'payment-changed') {
      if (await store.keepPayment(event.payment)) desk.changed();
    } else if (event.type === 'session-changed') {
      const actor = desk.actor();
      if (!actor.ok || actor.value.sessionId !== event.sessionId) return;
      const snapshot = await hub.call('session', { sessionId: event.sessionId });
      if (snapshot.ok) await desk.renew(snapshot.value);
      else log.warn({ failure: snapshot.failure }, 'session not renewed');
    }
  });
}
