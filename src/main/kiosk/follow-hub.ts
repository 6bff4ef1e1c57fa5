import type { Logger } from 'pino';
import type { DeviceShop } from '../../composition/open-device-shop.ts';
import type { DeviceEvent } from '../../contracts/hub-api.ts';
import type { TellPage } from '../ipc/tell-page.ts';
import type { SessionDesk } from './session-desk.ts';

export interface HubFollowers {
  readonly deviceShop: DeviceShop;
  readonly desk: SessionDesk;
  readonly tell: TellPage;
  readonly log: Logger;
}

/** Connects what changes with the screen that must show it. */
export function followHub(followers: HubFollowers): void {
  const { deviceShop, desk, tell } = followers;
  const { sync, local, shop, storeId } = deviceShop;
  local.operations.onCommitted(() => desk.changed());
  sync.onStatus((status) => tell('sync-changed', { sync: status }));
  sync.onFeed(async ({ skus }) => {
    const here = storeId();
    if (here === undefined) return;
    await local.catalogue.warm(here);
    const known = await shop.stock.store(here);
    if (known.ok) tell('store-changed', { store: known.value });
    tell('stock-changed', { skus: [...skus] });
    desk.changed();
  });
  sync.onEvent((event) => takeEvent(followers, event));
}

/** Payments and changes on the phone, of the session that is here now. */
async function takeEvent({ deviceShop, desk, log }: HubFollowers, event: DeviceEvent): Promise<void> {
  const { hub, local } = deviceShop;
  if (event.type === 'payment-changed') {
    if (await local.store.keepPayment(event.payment)) desk.changed();
  } else if (event.type === 'session-changed') {
    const actor = desk.actor();
    if (!actor.ok || actor.value.sessionId !== event.sessionId) return;
    const snapshot = await hub.call('session', { sessionId: event.sessionId });
    if (snapshot.ok) await desk.renew(snapshot.value);
    else log.warn({ failure: snapshot.failure }, 'session not renewed');
  }
}
