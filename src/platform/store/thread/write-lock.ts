/**
 * Who may write to a file that two threads of this program have open. SQLite's own lock would do, but waiting for it stops
 * the thread that waits, and it knows no manners: the thread that writes much must let the other one go first.
 */
export interface WriteLock {
  /** Waits for the right to write. Gives the way to hand it back, to be called exactly once. */
  take(): Promise<() => void>;
  /** Whether the other thread waits: whoever holds the right should soon hand it back. */
  wanted(): boolean;
}

/** Cells of the shared memory: who holds the right, and how many wait on the side that goes first. */
const holder = 0;
const waiting = 1;
const nobody = 0;
const sides = { first: 1, yielding: 2 } as const;

export type LockCells = Int32Array<SharedArrayBuffer>;

export const createLockCells = (): LockCells => new Int32Array(new SharedArrayBuffer(8));

const tryTake = (cells: LockCells, side: keyof typeof sides): boolean =>
  Atomics.compareExchange(cells, holder, nobody, sides[side]) === nobody;

function handBack(cells: LockCells): void {
  Atomics.store(cells, holder, nobody);
  Atomics.notify(cells, holder);
}

/** For the main thread: waits without standing still, and goes first. */
export function createFirstLock(cells: LockCells): WriteLock {
  return {
    take: async () => {
      Atomics.add(cells, waiting, 1);
      while (!tryTake(cells, 'first')) {
        const held = Atomics.load(cells, holder);
        const waited = held === nobody ? undefined : Atomics.waitAsync(cells, holder, held);
        if (waited?.async) await waited.value;
      }
      Atomics.sub(cells, waiting, 1);
      Atomics.notify(cells, waiting);
      return () => handBack(cells);
    },
    wanted: () => false,
  };
}

/** For a thread that nobody looks at: stands still while it waits, and lets the other side go first. */
export function createYieldingLock(cells: LockCells): WriteLock {
  return {
    take: async () => {
      for (;;) {
        const ahead = Atomics.load(cells, waiting);
        if (ahead > 0) Atomics.wait(cells, waiting, ahead);
        else if (tryTake(cells, 'yielding')) return () => handBack(cells);
        else Atomics.wait(cells, holder, sides.first);
      }
    },
    wanted: () => Atomics.load(cells, waiting) > 0,
  };
}

/** Frees what a thread that has died held. */
export function freeAfterDeath(cells: LockCells): void {
  if (Atomics.compareExchange(cells, holder, sides.yielding, nobody) === sides.yielding) {
    Atomics.notify(cells, holder);
  }
}
