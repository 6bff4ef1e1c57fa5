import type { Logger } from 'pino';

export interface Timers {
  /** Runs `work` every so often, never twice at once; a failure is logged and the next time is another chance. */
  every(milliseconds: number, name: string, work: () => Promise<unknown>): void;
  /** Runs it once, as soon as nothing else is due. */
  soon(name: string, work: () => Promise<unknown>): void;
  /** Waits for what is running. */
  stop(): Promise<void>;
}

export function createTimers(log: Logger): Timers {
  const timers: NodeJS.Timeout[] = [];
  const running = new Set<Promise<unknown>>();
  let stopped = false;

  const run = (name: string, work: () => Promise<unknown>): Promise<unknown> => {
    const done = work()
      .catch((error: unknown) => log.error({ err: error, timer: name }, 'timer failed'))
      .finally(() => running.delete(done));
    running.add(done);
    return done;
  };

  return {
    every(milliseconds, name, work) {
      let busy = false;
      timers.push(
        setInterval(() => {
          if (busy || stopped) return;
          busy = true;
          void run(name, work).finally(() => {
            busy = false;
          });
        }, milliseconds),
      );
    },
    soon(name, work) {
      setImmediate(() => {
        if (!stopped) void run(name, work);
      });
    },
    async stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}
