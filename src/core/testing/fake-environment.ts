import type { Environment } from '../ports/environment.ts';

export interface FakeEnvironment extends Environment {
  /** Moves the clock on by so many milliseconds. */
  advance(milliseconds: number): void;
}

/** A Sunday, 11:30 in India: the fixture shops are open. */
export const testNow = Date.parse('2026-11-22T06:00:00.000Z');

/** A clock that stands still until it is moved, and UUIDs (version 7) that count up. */
export function createFakeEnvironment(start = testNow): FakeEnvironment {
  let now = start;
  let count = 0;
  return {
    now: () => now,
    newId() {
      count += 1;
      const time = now.toString(16).padStart(12, '0');
      return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${count.toString(16).padStart(12, '0')}`;
    },
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}
