import type { Slicing } from '../slices.ts';
import type { WriteLock } from './write-lock.ts';

/** Rows of a transaction, in milliseconds: longer ones write fewer pages twice. Who waits for the file ends them early. */
const transactionMs = 60;

/** Slices of a thread that nobody else has work for. */
export function createThreadSlicing(
  lock: WriteLock,
  now: () => number = performance.now.bind(performance),
): Slicing {
  const nothing = async (): Promise<void> => undefined;
  return {
    createPause: () => nothing,
    createBudget: () => {
      const until = now() + transactionMs;
      return () => now() < until && !lock.wanted();
    },
    yield: nothing,
  };
}
