import { isActive } from '../../contracts/reservation.ts';
import { fail } from '../../contracts/result.ts';
import type { CustomerGlimpse } from '../../contracts/session.ts';
import { defaultStorePolicy, type StorePolicy } from '../../contracts/store-policy.ts';
import type { CatalogueReader } from '../ports/catalogue.ts';
import { createShop } from '../shop/create-shop.ts';
import type { Actor, Shop } from '../shop.ts';
import { shownAvailable } from '../stock/position.ts';
import { createFakeEnvironment, type FakeEnvironment } from './fake-environment.ts';
import { createFakeOperations, type FakeOperations } from './fake-operations.ts';
import { createFakeOrderChanges, type FakeOrderChanges } from './fake-order-changes.ts';
import { createFakePaymentDesk, type FakePaymentDesk } from './fake-payment-desk.ts';
import { createFakeRights, type FakeRights } from './fake-rights.ts';
import { fixtureProducts } from './fixture-catalogue.ts';
import { fixtureOffers } from './fixture-offers.ts';
import { fixtureOrder } from './fixture-order.ts';
import { fixtureStock } from './fixture-stock.ts';
import { fixtureStores } from './fixture-stores.ts';
import { createInMemoryCatalogue } from './in-memory-catalogue.ts';
import { createInMemoryStore, type InMemoryStore, stockKey } from './in-memory-store.ts';

export interface TestShop {
  readonly shop: Shop;
  readonly store: InMemoryStore;
  readonly catalogue: CatalogueReader;
  readonly operations: FakeOperations;
  readonly rights: FakeRights;
  readonly paymentDesk: FakePaymentDesk;
  readonly orderChanges: FakeOrderChanges;
  readonly environment: FakeEnvironment;
  /** Starts a guest session at the fixture shop. */
  guest(): Promise<Actor>;
  /** A session of a gold member with 4,200 points and one past order. */
  member(): Promise<Actor>;
  /** A session opened from a capsule, without the hub. */
  capsule(): Promise<Actor>;
}

/** Where the test shop's sessions are. */
export const testStoreId = 'hyd-banjara';

const goldMember: CustomerGlimpse = {
  initial: 'A',
  loyalty: { tier: 'gold', points: 4200, pointsToNextTier: 5800, nextTier: 'platinum' },
};

/** A whole shop in memory over the fixture catalogue: real rules and services, fake ports. */
export function createTestShop(options: { readonly policy?: StorePolicy } = {}): TestShop {
  const environment = createFakeEnvironment();
  const store = createInMemoryStore({
    stores: fixtureStores,
    offers: fixtureOffers,
    stock: fixtureStock(environment.now()),
    policy: options.policy ?? defaultStorePolicy,
  });
  const catalogue = createInMemoryCatalogue(fixtureProducts, (storeId, sku) => {
    const { stock, reservations } = store.content();
    const row = stock.get(stockKey(storeId, sku));
    const pending = [...reservations.values()]
      .filter((one) => isActive(one) && one.storeId === storeId && one.sku === sku)
      .reduce((sum, one) => sum + one.quantity, 0);
    return row ? shownAvailable({ ...row, pending }) : 0;
  });
  const operations = createFakeOperations(store, environment);
  const rights = createFakeRights(store, testStoreId);
  const paymentDesk = createFakePaymentDesk(store, catalogue, environment);
  const orderChanges = createFakeOrderChanges(store, catalogue, environment);
  const shop = createShop({
    catalogue,
    store,
    operations,
    rights,
    paymentDesk,
    phoneLinks: { open: async () => fail('offline', 'There is no hub.') },
    orderChanges,
    environment,
  });

  async function guest(): Promise<Actor> {
    const started = await shop.sessions.start('en');
    if (!started.ok) throw new Error(started.failure.message);
    return { sessionId: started.value.sessionId, storeId: testStoreId, channel: 'kiosk', language: 'en' };
  }
  async function changed(
    change: Partial<{ trust: 'capsule' | 'restored'; customer: CustomerGlimpse }>,
  ): Promise<Actor> {
    const actor = await guest();
    await store.transaction(async ({ sessions }) => {
      const session = await sessions.find(actor.sessionId);
      if (session) await sessions.save({ ...session, ...change });
    });
    return actor;
  }
  return {
    shop,
    store,
    catalogue,
    operations,
    rights,
    paymentDesk,
    orderChanges,
    environment,
    guest,
    async member() {
      const actor = await changed({ trust: 'restored', customer: goldMember });
      store.content().orders.set(actor.sessionId, [fixtureOrder]);
      return actor;
    },
    capsule: () => changed({ trust: 'capsule' }),
  };
}
