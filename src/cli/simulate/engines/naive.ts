import { fail } from '../../../contracts/result.ts';
import { applyOperation } from '../../../core/operations/apply-operation.ts';
import type { StockPosition, StockRepository } from '../../../core/ports/shop-store.ts';
import { shownAvailable } from '../../../core/stock/position.ts';
import { createKioskOperations } from '../../../platform/store/kiosk-operations.ts';
import type { KioskStore } from '../../../platform/store/kiosk-store.ts';
import type { Engine } from './engine.ts';

const byTheRow = (position: StockPosition): StockPosition => ({
  ...position,
  promisable: shownAvailable(position),
});

/** Everyone promises what the row that they saw last shows as free. */
const naiveStock = (stock: StockRepository): StockRepository => ({
  ...stock,
  position: async (storeId, sku) => {
    const position = await stock.position(storeId, sku);
    return position && byTheRow(position);
  },
  positions: async (storeId, skus) => (await stock.positions(storeId, skus)).map(byTheRow),
  everywhere: async (sku) => (await stock.everywhere(sku)).map(byTheRow),
});

export const withNaiveStock = <T extends { readonly stock: StockRepository }>(transaction: T): T => ({
  ...transaction,
  stock: naiveStock(transaction.stock),
});

/** A kiosk's store whose checks look at the row instead of at the kiosk's rights. */
export const naiveKioskStore: NonNullable<Engine['kioskStore']> = (local, environment) => {
  const store: KioskStore = {
    ...local.store,
    transaction: (work) => local.store.transaction((transaction) => work(withNaiveStock(transaction))),
    read: (work) => local.store.read((transaction) => work(withNaiveStock(transaction))),
  };
  return {
    ...local,
    store,
    stock: naiveStock(local.stock),
    operations: createKioskOperations({ store, environment, applyOperation }),
  };
};

/** As many shops do it: no rights, only the stock row that each one saw last. */
export const naiveEngine: Engine = {
  name: 'naive',
  about: 'without escrow: kiosks and hub promise by the stock row that they saw last',
  measuredBy: ['oversold'],
  kioskStore: naiveKioskStore,
  kioskHub: (hub) => ({
    ...hub,
    call: async (name, request) =>
      name === 'rights' ? fail('conflict', 'There are no rights here.') : hub.call(name, request),
  }),
  hubDatabase: (hub) => ({
    ...hub,
    transaction: (work) =>
      hub.transaction((transaction) =>
        work({ ...transaction, shop: (deviceId) => withNaiveStock(transaction.shop(deviceId)) }),
      ),
  }),
};
