import type { HubDatabase } from './hub-database.ts';
import { beginRecovery, noteRestored } from './recovery.ts';
import { beginTerm } from './terms.ts';

/**
 * To be called once by a hub that is going to serve devices: its past may not be the one that they know. `restored`: the
 * operator says so, of a backup that another tool has made.
 */
export function beginServing(
  hub: HubDatabase,
  { restored = false }: { readonly restored?: boolean } = {},
): Promise<void> {
  return hub.transaction(async (transaction) => {
    await noteRestored(transaction);
    if (restored) await beginRecovery(transaction);
    await beginTerm(transaction.sql, hub.environment);
  });
}
