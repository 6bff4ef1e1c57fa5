import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { Rights } from '../../core/ports/operations.ts';
import type { StockRepository } from '../../core/ports/shop-store.ts';
import type { HubClient } from './hub-client.ts';

export interface HubRightsOptions {
  readonly hub: HubClient;
  readonly stock: StockRepository;
  readonly storeId: () => string | undefined;
  readonly environment: Environment;
  /** Reads the feed, which brings the new total: an answer alone must not be added to a row of unknown age. */
  readonly pull: () => Promise<Result<void>>;
}

const soldOut = (): Result<never> =>
  fail(
    'conflict',
    'No more units can be promised. Choose another size or colour, or look in the shops nearby.',
    { reason: 'not-promisable' },
  );

/** Rights to promise more units, from the hub. */
export function createHubRights({ hub, stock, storeId, environment, pull }: HubRightsOptions): Rights {
  const promisable = async (sku: string): Promise<number> => {
    const store = storeId();
    return store === undefined ? 0 : ((await stock.position(store, sku))?.promisable ?? 0);
  };
  return {
    acquire: async (sku, quantity) => {
      const missing = quantity - (await promisable(sku));
      if (missing <= 0) return succeed(undefined);
      const answer = await hub.call('rights', {
        requestId: environment.newId(),
        sku,
        quantity: missing,
      });
      if (!answer.ok) {
        // A slow hub is as good as none to someone who waits with a piece in hand.
        if (answer.failure.kind !== 'offline' && answer.failure.kind !== 'timeout') return answer;
        return fail('offline', 'This piece can only be promised with the hub. Please ask an associate.', {
          reason: 'rights-offline',
        });
      }
      if (answer.value.granted === 0) return soldOut();
      const pulled = await pull();
      if (!pulled.ok) return pulled;
      return (await promisable(sku)) >= quantity ? succeed(undefined) : soldOut();
    },
  };
}
