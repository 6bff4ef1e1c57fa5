/** What a command has started; stopped in reverse order at its end, or when someone ends the command. */
export interface RunningParts {
  add(stop: () => Promise<void> | void): void;
  /** Whether someone asked for the end. */
  stopping(): boolean;
  close(): Promise<void>;
}

/** Listens for SIGINT and SIGTERM from now on, so that nothing that was started outlives the command. */
export function createRunningParts(): RunningParts {
  const stops: (() => Promise<void> | void)[] = [];
  let asked = false;
  let stopped = Promise.resolve();
  const stopAll = () => {
    stopped = stopped.then(async () => {
      for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
    });
    return stopped;
  };
  const onSignal = () => {
    asked = true;
    void stopAll();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  return {
    add(stop) {
      stops.push(stop);
      if (asked) void stopAll();
    },
    stopping: () => asked,
    async close() {
      await stopAll();
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, onSignal);
    },
  };
}
