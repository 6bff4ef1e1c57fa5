import type { Scheduler } from './scheduler.ts';

/**
 * One life of a process, from its start to its crash. What a dead one still has in hand goes nowhere: its calls, sleeps and
 * reads never come back, so that none of its code runs on.
 */
export interface Incarnation {
  alive: boolean;
}

/** A promise of a dead process: it waits for ever. */
export const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** Waiting, for a process that may die meanwhile. */
export const sleep =
  (scheduler: Scheduler, { incarnation }: { readonly incarnation: Incarnation }) =>
  (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      scheduler.after(milliseconds, () => {
        if (incarnation.alive) resolve();
      });
    });
