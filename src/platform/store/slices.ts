import { setImmediate } from 'node:timers/promises';

/**
 * How long work is cut into slices, so that others get their turn. Injectable: where slices are cut by time, the bounds of
 * transactions differ from run to run.
 */
export interface Slicing {
  /** A pause to call between small steps of long work; it only yields when the slice is used up. */
  createPause(): () => Promise<void>;
  /** For one transaction: asked after each row, whether the next one may still be part of it. */
  createBudget(): () => boolean;
  /** Gives others their turn now. */
  yield(): Promise<void>;
}

/** Longest stretch of work in milliseconds before others get their turn: a third of a frame at 60 Hz. */
const sliceMs = 5;
/** Rows of a transaction, in milliseconds; its commit comes on top. */
const transactionMs = 4;

/** Slices by what the machine needs for them. */
export function createTimedSlicing(now: () => number = performance.now.bind(performance)): Slicing {
  return {
    createPause: () => {
      let began = now();
      return async () => {
        if (now() - began < sliceMs) return;
        await setImmediate();
        began = now();
      };
    },
    createBudget: () => {
      const until = now() + transactionMs;
      return () => now() < until;
    },
    yield: async () => {
      await setImmediate();
    },
  };
}
