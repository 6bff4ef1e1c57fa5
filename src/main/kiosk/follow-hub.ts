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

/** Times that a session is read again because the shopper went on meanwhile. */
const maximumReads = 5;

/** Connects what changes with the screen that must show it. */
export function followHub(followers: HubFollowers): void {
  const { deviceShop, desk, tell, log } = followers;
  const { sync, local, shop, storeId } = deviceShop;
  let commits = 0;
  local.operations.onCommitted(({ body }) => {
    commits += 1;
    desk.changed();
    if (body.type.startsWith('reservation-')) tell('floor-changed', {});
    if (body.type === 'stock-corrected') tell('stock-changed', { skus: [body.sku] });
  });
  const take = (event: DeviceEvent): void => {
    takeEvent(followers, event, () => commits).catch((error: unknown) => log.error({ error }, 'event lost'));
  };
  let heard = false;
  sync.onStatus((status) => {
    tell('sync-changed', { sync: status });
    const again = status.hub === 'connected' && !heard;
    heard = status.hub === 'connected';
    // While the line was down no event came: what the phone did, and who it is that opened a code without the hub.
    const actor = desk.actor();
    if (again && actor.ok) take({ type: 'session-changed', sessionId: actor.value.sessionId });
  });
  const takeFeed = async (skus: readonly string[]): Promise<void> => {
    const here = storeId();
    if (here === undefined) return;
    await local.catalogue.warm(here);
    const known = await shop.stock.store(here);
    if (known.ok) tell('store-changed', { store: known.value });
    tell('stock-changed', { skus: [...skus] });
    tell('floor-changed', {});
    desk.changed();
  };
  sync.onFeed(({ skus }) => {
    takeFeed(skus).catch((error: unknown) => log.error({ error }, 'feed not shown'));
  });
  sync.onCorrected(() => {
    tell('floor-changed', {});
    desk.changed();
  });
  sync.onEvent(take);
}

/** Payments and changes on the phone, of the session that is here now. */
async function takeEvent(
  { deviceShop, desk, log }: HubFollowers,
  event: DeviceEvent,
  commits: () => number,
): Promise<void> {
  const { hub, local, sync } = deviceShop;
  if (event.type === 'payment-changed') {
    if (await local.store.keepPayment(event.payment)) desk.changed();
    return;
  }
  if (event.type !== 'session-changed') return;
  // What is done here while the hub answers, and sent before the answer is kept, would be in neither: read again then.
  for (let reads = 0; reads < maximumReads; reads += 1) {
    const actor = desk.actor();
    if (!actor.ok || actor.value.sessionId !== event.sessionId) return;
    const seen = commits();
    await sync.flush();
    const snapshot = await hub.call('session', { sessionId: event.sessionId });
    if (!snapshot.ok) {
      log.warn({ failure: snapshot.failure }, 'session not renewed');
      return;
    }
    if (await desk.renew(snapshot.value, () => commits() === seen)) return;
  }
}
