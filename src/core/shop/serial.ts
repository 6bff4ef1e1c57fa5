export type Serial = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** Runs work of one key in the order it came, one at a time; different keys do not wait for each other. */
export function createSerial(): Serial {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const before = tails.get(key) ?? Promise.resolve();
    const running = before.then(work);
    const tail = running.catch(() => undefined);
    tails.set(key, tail);
    try {
      return await running;
    } finally {
      if (tails.get(key) === tail) tails.delete(key);
    }
  };
}
