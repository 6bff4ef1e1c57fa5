import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Outbox } from '../store/outbox.ts';
import type { HubClient } from './hub-client.ts';

/** Operations that go in one request, at most. */
const largestBatch = 100;

/**
 * Sends the outbox in order until it is empty. At least once: what a lost answer leaves behind is sent again, and the
 * hub knows each operation by its id. With `ask` it also calls when there is nothing to send, to hear what the hub has.
 * A batch that took too long is halved: on a slow line it would take too long every time. `onCorrected` hears
 * of receipts that changed what is here, once the store has noted it; of those that were lost on the way, again.
 */
export function createPush(
  hub: HubClient,
  outbox: Outbox,
  onCorrected: () => void,
): (options: { readonly ask: boolean }) => Promise<Result<void>> {
  let batch = largestBatch;
  return async ({ ask }) => {
    let asking = ask;
    let renumbered = 0;
    for (;;) {
      const operations = await outbox.next(batch);
      if (operations.length === 0 && !asking) return succeed(undefined);
      await outbox.noteSending(operations);
      const receipt = await hub.call('operations', { operations: [...operations] });
      if (!receipt.ok) {
        if (receipt.failure.kind === 'timeout') batch = Math.max(1, Math.floor(operations.length / 2));
        return receipt;
      }
      if (operations.length === batch) batch = Math.min(largestBatch, batch * 2);
      asking = false;
      const outcome = await outbox.settle(operations, receipt.value);
      if (outcome === 'renumbered') renumbered += 1;
      else if (outcome === 'corrected') onCorrected();
      if (renumbered > 2 || (outcome === 'waiting' && operations.length > 0)) {
        return fail('conflict', 'The hub did not take the operations. It will be asked again.', {
          reason: 'outbox-stuck',
        });
      }
    }
  };
}
