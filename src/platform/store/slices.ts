import { setImmediate } from 'node:timers/promises';

/** Longest stretch of work in milliseconds before others get their turn: a third of a frame at 60 Hz. */
const sliceMs = 5;

/** A pause to call between small steps of long work; it only yields when the slice is used up. */
export function createPause(now: () => number = performance.now.bind(performance)): () => Promise<void> {
  let began = now();
  return async () => {
    if (now() - began < sliceMs) return;
    await setImmediate();
    began = now();
  };
}
