import { fail, succeed } from '../../contracts/result.ts';
import type { Rights } from '../ports/operations.ts';
import { shownAvailable } from '../stock/position.ts';
import type { InMemoryStore } from './in-memory-store.ts';

export interface FakeRights extends Rights {
  setOnline(online: boolean): void;
}

/** A hub that grants a shop's kiosk whatever is on the floor and not promised. */
export function createFakeRights(store: InMemoryStore, storeId: string): FakeRights {
  let online = true;
  return {
    setOnline(value) {
      online = value;
    },
    async acquire(_storeId, sku, quantity) {
      if (!online) return fail('offline', 'The hub cannot be reached.');
      const position = await store.transaction(({ stock }) => stock.position(storeId, sku));
      if (!position || shownAvailable(position) < quantity) return fail('conflict', 'There is no more.');
      const missing = Math.max(0, quantity - position.promisable);
      await store.changeStock(storeId, sku, (row) => ({ ...row, granted: row.granted + missing }));
      return succeed(undefined);
    },
  };
}
