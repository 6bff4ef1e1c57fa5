import type { Result } from '../../contracts/result.ts';
import { backoff } from '../../core/sync/backoff.ts';

export interface Pace {
  /** In [0, 1). */
  readonly random: () => number;
  /** Resolves after the time, or at once when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface Retrier {
  /** Runs the work until it succeeds, with growing pauses; called again in a pause, it tries at once. */
  nudge(): void;
}

/** `onFailure` hears of each failed try and of thrown errors; neither ends the trying. */
export function createRetrier(
  work: () => Promise<Result<unknown>>,
  { random, sleep }: Pace,
  { signal, onFailure }: { readonly signal: AbortSignal; readonly onFailure: (reason: unknown) => void },
): Retrier {
  let busy = false;
  let again = false;
  let wake = new AbortController();

  const attempt = async (): Promise<boolean> => {
    try {
      const result = await work();
      if (!result.ok) onFailure(result.failure);
      return result.ok;
    } catch (error) {
      onFailure(error);
      return false;
    }
  };

  const keepTrying = async (): Promise<void> => {
    let failures = 0;
    do {
      again = false;
      if (await attempt()) {
        failures = 0;
        continue;
      }
      failures += 1;
      again = true;
      wake = new AbortController();
      await sleep(backoff(failures, random()), AbortSignal.any([signal, wake.signal]));
    } while (again && !signal.aborted);
    // Here and not when the promise has settled: a nudge in between would find it busy and be lost.
    busy = false;
  };

  return {
    nudge: () => {
      again = true;
      // With a reason, or each call would make an error with a stack.
      wake.abort('nudged');
      if (busy || signal.aborted) return;
      busy = true;
      void keepTrying();
    },
  };
}
