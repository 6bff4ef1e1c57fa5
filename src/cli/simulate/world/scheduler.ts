/** Virtual time: it stands still while work is done, and jumps to whatever is due next. */
export interface Scheduler {
  /** Milliseconds since the run began. */
  now(): number;
  /** Runs `work` at that time, after everything that was scheduled for it before. Gives the way to call it off. */
  at(time: number, work: () => void): () => void;
  after(milliseconds: number, work: () => void): () => void;
  /**
   * Lets happen what is due until then, one event after the other: after each, everything goes on until all of it waits
   * for the scheduler again. Ends early, and gives false, once `settled` of the scheduler's options said to stop.
   */
  runUntil(time: number): Promise<boolean>;
}

interface Event {
  readonly time: number;
  readonly order: number;
  work: (() => void) | undefined;
}

const isBefore = (one: Event, other: Event): boolean =>
  one.time < other.time || (one.time === other.time && one.order < other.order);

/** A binary heap, earliest on top. */
function createQueue() {
  const heap: Event[] = [];
  return {
    first: (): Event | undefined => heap[0],
    push(event: Event): void {
      let index = heap.push(event) - 1;
      while (index > 0) {
        const above = (index - 1) >> 1;
        const parent = heap[above];
        if (parent === undefined || isBefore(parent, event)) break;
        heap[index] = parent;
        index = above;
      }
      heap[index] = event;
    },
    pop(): void {
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return;
      let index = 0;
      for (;;) {
        const left = 2 * index + 1;
        const [one, other] = [heap[left], heap[left + 1]];
        const smaller = other !== undefined && one !== undefined && isBefore(other, one) ? left + 1 : left;
        const child = heap[smaller];
        if (child === undefined || isBefore(last, child)) break;
        heap[index] = child;
        index = smaller;
      }
      heap[index] = last;
    },
  };
}

/**
 * Everything asynchronous in a run is promises, which all go on before the next turn of the event loop: one turn later all
 * of them wait for an event again.
 */
const everythingWaits = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** `settled` runs after each event, when everything waits; it gives false to stop. */
export function createScheduler(settled: () => boolean): Scheduler {
  const queue = createQueue();
  let time = 0;
  let order = 0;
  const at: Scheduler['at'] = (when, work) => {
    order += 1;
    const event: Event = { time: Math.max(time, when), order, work };
    queue.push(event);
    return () => {
      event.work = undefined;
    };
  };
  return {
    now: () => time,
    at,
    after: (milliseconds, work) => at(time + milliseconds, work),
    runUntil: async (until) => {
      for (let event = queue.first(); event !== undefined && event.time <= until; event = queue.first()) {
        queue.pop();
        if (event.work === undefined) continue;
        time = event.time;
        event.work();
        await everythingWaits();
        if (!settled()) return false;
      }
      time = Math.max(time, until);
      return true;
    },
  };
}
