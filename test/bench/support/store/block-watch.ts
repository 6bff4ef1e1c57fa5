import { readFileSync } from 'node:fs';

/** How long the event loop of this thread stood still at a time, in milliseconds. */
export interface Blocks {
  readonly longest: number;
  /** The same without the time in which the thread could have gone on and other programs had the processor. */
  readonly longestOwn: number;
}

const tickMs = 1;

/** Milliseconds that this thread has waited for a processor (Linux); 0 elsewhere. */
function waitedForProcessor(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** Watches from now on; gives the way to stop and hear. */
export function watchBlocks(): () => Blocks {
  let longest = 0;
  let longestOwn = 0;
  let last = performance.now();
  let waited = waitedForProcessor();
  const look = (): void => {
    const now = performance.now();
    const waitedNow = waitedForProcessor();
    const late = now - last - tickMs;
    longest = Math.max(longest, late);
    longestOwn = Math.max(longestOwn, late - (waitedNow - waited));
    last = now;
    waited = waitedNow;
  };
  const timer = setInterval(look, tickMs);
  return () => {
    look();
    clearInterval(timer);
    return { longest, longestOwn };
  };
}
