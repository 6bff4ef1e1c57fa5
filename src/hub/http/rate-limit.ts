/** Counts events by key in fixed windows of time; forgets keys as their window ends. */
export interface RateLimit {
  /** Counts one more; false when the key has had its share. */
  allow(key: string): boolean;
  /** Whether the key has had its share; counts nothing. */
  isUsedUp(key: string): boolean;
}

const keysBeforeSweep = 10_000;

export function createRateLimit(
  { limit, windowMs }: { readonly limit: number; readonly windowMs: number },
  now: () => number,
): RateLimit {
  const windows = new Map<string, { readonly until: number; count: number }>();
  return {
    allow(key) {
      const at = now();
      if (windows.size > keysBeforeSweep) {
        for (const [known, { until }] of windows) if (until <= at) windows.delete(known);
      }
      const current = windows.get(key);
      if (!current || current.until <= at) {
        windows.set(key, { until: at + windowMs, count: 1 });
        return true;
      }
      current.count += 1;
      return current.count <= limit;
    },
    isUsedUp(key) {
      const current = windows.get(key);
      return current !== undefined && current.until > now() && current.count >= limit;
    },
  };
}
