/**
 * Milliseconds to wait before the next try: full jitter (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/),
 * so that kiosks that lost the hub together do not come back together. `failures` counts from 1; `random` is in [0, 1).
 */
export function backoff(failures: number, random: number): number {
  const ceiling = Math.min(30_000, 500 * 2 ** Math.min(failures - 1, 10));
  return Math.round(100 + random * (ceiling - 100));
}
