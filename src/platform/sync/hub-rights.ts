import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { Rights } from '../../core/ports/operations.ts';
import type { StockRepository } from '../../core/ports/shop-store.ts';
import type { HubClient } from './hub-client.ts';
import type { Pace } from './retrier.ts';

export interface HubRightsOptions {
  readonly hub: HubClient;
  readonly stock: StockRepository;
  readonly environment: Environment;
  readonly pace: Pick<Pace, 'sleep'>;
  /** Reads the feed, which brings the new total: an answer alone must not be added to a row of unknown age. */
  readonly pull: () => Promise<Result<void>>;
}

const soldOut = (): Result<never> =>
  fail(
    'conflict',
    'No more units can be promised. Choose another size or colour, or look in the shops nearby.',
    { reason: 'not-promisable' },
  );

const unheard = (): Result<never> =>
  fail('offline', 'This piece can only be promised with the hub. Please ask an associate.', {
    reason: 'rights-offline',
  });

/** Other devices answer a recall within a second when they are there. */
const recallPauseMs = 400;
const tries = 3;

/** Rights to promise more units, from the hub. */
export function createHubRights({ hub, stock, environment, pace, pull }: HubRightsOptions): Rights {
  const promisable = async (storeId: string, sku: string): Promise<number> =>
    (await stock.position(storeId, sku))?.promisable ?? 0;

  const ask = async (sku: string, quantity: number): Promise<Result<{ readonly recalled: number }>> => {
    const answer = await hub.call('rights', { requestId: environment.newId(), sku, quantity });
    if (answer.ok) {
      return answer.value.granted > 0
        ? succeed({ recalled: 0 })
        : succeed({ recalled: answer.value.recalled });
    }
    // A slow hub is as good as none to someone who waits with a piece in hand.
    const { kind } = answer.failure;
    return kind === 'offline' || kind === 'timeout' ? unheard() : answer;
  };

  return {
    acquire: async (storeId, sku, quantity) => {
      for (let attempt = 1; ; attempt += 1) {
        const missing = quantity - (await promisable(storeId, sku));
        if (missing <= 0) return succeed(undefined);
        const asked = await ask(sku, missing);
        if (!asked.ok) return asked;
        const pulled = await pull();
        if (!pulled.ok) return pulled;
        if ((await promisable(storeId, sku)) >= quantity) return succeed(undefined);
        if (asked.value.recalled < missing || attempt === tries) return soldOut();
        await pace.sleep(recallPauseMs, new AbortController().signal);
      }
    },
  };
}
