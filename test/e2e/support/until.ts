import { expect, vi } from 'vitest';

/** Long enough for a machine with much else to do. */
const patienceMs = 20_000;

/** Reads again and again until it is as expected; then the last reading is in the error. Also for hooks. */
export function until<T>(read: () => T | Promise<T>, timeout = patienceMs) {
  const wait = (check: (value: T) => void): Promise<void> =>
    vi.waitFor(async () => check(await read()), { timeout, interval: 100 });
  return {
    toBe: (expected: T) => wait((value) => expect(value).toBe(expected)),
    toEqual: (expected: unknown) => wait((value) => expect(value).toEqual(expected)),
    toMatchObject: (expected: object) => wait((value) => expect(value).toMatchObject(expected)),
    toContain: (expected: string) => wait((value) => expect(value).toContain(expected)),
  };
}
