import type { HubDatabase } from './hub-database.ts';
import { noteRestored } from './recovery.ts';
import { beginTerm } from './terms.ts';

/** To be called once by a hub that is going to serve devices: its past may not be the one that they know. */
export function beginServing(hub: HubDatabase): Promise<void> {
  return hub.transaction(async (transaction) => {
    await noteRestored(transaction);
    await beginTerm(transaction.sql, hub.environment);
  });
}
