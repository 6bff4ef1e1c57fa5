import type { Messenger } from '../../core/ports/messenger.ts';
import type { HubDatabase } from '../../platform/hub-store/hub-database.ts';
import { settleMessage, waitingMessages } from '../../platform/hub-store/inbox.ts';

const maximumAttempts = 8;
/** 5 s, 10 s, 20 s … about ten minutes in all. */
const backOff = (attempts: number): number => 5000 * 2 ** attempts;

/** Hands queued messages to the messenger, again and again where the way is only blocked. */
export function createDispatcher(hub: HubDatabase, messenger: Messenger) {
  let running: Promise<void> | undefined;

  async function drain(): Promise<void> {
    for (const message of await waitingMessages(hub.sql, hub.environment.now(), 50)) {
      const sent = await messenger.send(message);
      const again =
        !sent.ok &&
        (sent.failure.kind === 'offline' || sent.failure.kind === 'timeout') &&
        message.attempts + 1 < maximumAttempts;
      await hub.transaction((transaction) =>
        settleMessage(transaction, message.messageId, {
          state: sent.ok ? 'sent' : again ? 'waiting' : 'refused',
          nextAt: transaction.now + backOff(message.attempts),
        }),
      );
    }
  }

  return {
    /** Sends what is due now; calls in between join the run. */
    run(): Promise<void> {
      running ??= drain().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
}
