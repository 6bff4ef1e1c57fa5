import { fail, succeed } from '../../contracts/result.ts';
import type { Rights } from '../../core/ports/operations.ts';
import type { HubDatabase } from './hub-database.ts';
import { ledgerRow, promisableByHub } from './ledger-row.ts';
import { recallForWeb } from './rights.ts';

/** A device that hears of it answers within a fraction of this. */
const patienceMs = 1200;
const stepMs = 150;

/** The hub holds what no device was given; for more it asks the shop's devices, and waits a moment for those that are there. */
export const createHubRights = (
  hub: HubDatabase,
  sleep: (milliseconds: number) => Promise<unknown>,
): Rights => ({
  acquire: async (storeId, sku, quantity) => {
    const promisable = async () => promisableByHub(await ledgerRow(hub.sql, null, storeId, sku));
    const missing = quantity - (await promisable());
    if (missing <= 0) return succeed(undefined);
    const recalled = await recallForWeb(hub, { storeId, sku, quantity: missing });
    const until = hub.environment.now() + (recalled >= missing ? patienceMs : 0);
    while (hub.environment.now() < until) {
      await sleep(stepMs);
      if ((await promisable()) >= quantity) return succeed(undefined);
    }
    return fail('conflict', 'There are not that many left to promise.', { reason: 'not-promisable' });
  },
});
