import type { Messenger } from '../../core/ports/messenger.ts';
import type { HubDatabase } from '../../platform/hub-store/hub-database.ts';
import { claimMessage, settleMessage } from '../../platform/hub-store/inbox.ts';

const maximumAttempts = 8;
/** Longer than a messenger takes to answer or to give up. */
const claimMs = 60_000;
/** The rest comes with the timer's next turn. */
const atOnce = 50;
/** 5 s, 10 s, 20 s … about ten minutes in all. */
const backOff = (attempts: number): number => 5000 * 2 ** attempts;

/** Hands queued messages to the messenger, again and again where the way is only blocked. */
export function createDispatcher(hub: HubDatabase, messenger: Messenger) {
  let running: Promise<void> | undefined;

  async function drain(): Promise<void> {
    for (let count = 0; count < atOnce; count += 1) {
      const message = await hub.transaction((transaction) => claimMessage(transaction, claimMs));
      if (!message) return;
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
