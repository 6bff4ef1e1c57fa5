import { succeed } from '../../contracts/result.ts';
import type { OrderChanges } from '../../core/ports/operations.ts';
import type { HubClient } from './hub-client.ts';

/** Orders changed by the hub. An answer that was lost is asked for once more, by the same key. */
export const createHubOrderChanges = (hub: HubClient): OrderChanges => ({
  changeCustomerAddress: async (sessionId, address) => {
    const changed = await hub.call('changeCustomerAddress', { sessionId, address });
    return changed.ok ? succeed(undefined) : changed;
  },

  change: async (request) => {
    const changed = await hub.call('changeOrder', request);
    return !changed.ok && changed.failure.kind === 'timeout' ? hub.call('changeOrder', request) : changed;
  },
});
