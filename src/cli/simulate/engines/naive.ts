import { fail } from '../../../contracts/result.ts';
import { applyOperation } from '../../../core/operations/apply-operation.ts';
import type { StockPosition, StockRepository } from '../../../core/ports/shop-store.ts';
import { shownAvailable } from '../../../core/stock/position.ts';
import { createKioskOperations } from '../../../platform/store/kiosk-operations.ts';
import type { KioskStore } from '../../../platform/store/kiosk-store.ts';
import type { Engine } from './engine.ts';

type Sight = (position: StockPosition) => StockPosition;

/** Everyone promises what the row that they saw last shows as free. */
const byTheRow: Sight = (position) => ({ ...position, promisable: shownAvailable(position) });

const seenAs = (stock: StockRepository, sight: Sight): StockRepository => ({
  ...stock,
  position: async (storeId, sku) => {
    const position = await stock.position(storeId, sku);
    return position && sight(position);
  },
  positions: async (storeId, skus) => (await stock.positions(storeId, skus)).map(sight),
  everywhere: async (sku) => (await stock.everywhere(sku)).map(sight),
});

const withStockSeen = <T extends { readonly stock: StockRepository }>(transaction: T, sight: Sight): T => ({
  ...transaction,
  stock: seenAs(transaction.stock, sight),
});

/** A kiosk's store whose checks see the stock in another way than by the kiosk's rights. */
export const kioskStoreWith =
  (sight: Sight): NonNullable<Engine['kioskStore']> =>
  (local, environment) => {
    const store: KioskStore = {
      ...local.store,
      transaction: (work) =>
        local.store.transaction((transaction) => work(withStockSeen(transaction, sight))),
    };
    return {
      ...local,
      store,
      stock: seenAs(local.stock, sight),
      operations: createKioskOperations({ store, environment, applyOperation }),
    };
  };

/** As many shops do it: no rights, only the stock row that each one saw last. */
export const naiveEngine: Engine = {
  name: 'naive',
  about: 'without escrow: kiosks and hub promise by the stock row that they saw last',
  measuredBy: ['oversold'],
  kioskStore: kioskStoreWith(byTheRow),
  kioskHub: (hub) => ({
    ...hub,
    call: async (name, request) =>
      name === 'rights' ? fail('conflict', 'There are no rights here.') : hub.call(name, request),
  }),
  hubDatabase: (hub) => ({
    ...hub,
    transaction: (work) =>
      hub.transaction((transaction) =>
        work({ ...transaction, shop: (deviceId) => withStockSeen(transaction.shop(deviceId), byTheRow) }),
      ),
  }),
};
