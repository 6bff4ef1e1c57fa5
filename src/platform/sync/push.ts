import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Outbox } from '../store/outbox.ts';
import type { HubClient } from './hub-client.ts';

/** Operations that go in one request. */
const batchSize = 100;

/**
 * Sends the outbox in order until it is empty. At least once: what a lost answer leaves behind is sent again, and the
 * hub knows each operation by its id. With `ask` it also calls when there is nothing to send, to hear what the hub has.
 */
export async function pushOutbox(
  hub: HubClient,
  outbox: Outbox,
  { ask }: { readonly ask: boolean },
): Promise<Result<void>> {
  let asking = ask;
  let renumbered = 0;
  for (;;) {
    const operations = await outbox.next(batchSize);
    if (operations.length === 0 && !asking) return succeed(undefined);
    await outbox.noteSending(operations);
    const receipt = await hub.call('operations', { operations: [...operations] });
    if (!receipt.ok) return receipt;
    asking = false;
    const outcome = await outbox.settle(operations, receipt.value);
    if (outcome === 'renumbered') renumbered += 1;
    if (renumbered > 2 || (outcome === 'waiting' && operations.length > 0)) {
      return fail('conflict', 'The hub did not take the operations. It will be asked again.', {
        reason: 'outbox-stuck',
      });
    }
  }
}
