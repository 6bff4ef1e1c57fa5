import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { payingWith, watchIdle } from './idle-watch.ts';

/** Goes on with the fake timers, whatever the wall clock is set to. */
const uptime = () => performance.now();
const minute = 60_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('calls once when no one touched for the limit', () => {
  const onIdle = vi.fn();
  watchIdle(10_000, uptime, () => 0, onIdle);
  vi.advanceTimersByTime(9_000);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test('a touch starts the time anew', () => {
  const onIdle = vi.fn();
  const watch = watchIdle(10_000, uptime, () => 0, onIdle);
  vi.advanceTimersByTime(9_000);
  watch.touch();
  vi.advanceTimersByTime(9_000);
  expect(onIdle).not.toHaveBeenCalled();
});

test('an open payment counts as busy until its own limit', () => {
  const onIdle = vi.fn();
  const paymentUntil = uptime() + 30_000;
  watchIdle(10_000, uptime, () => paymentUntil, onIdle);
  vi.advanceTimersByTime(29_000);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test('stopped, it never calls', () => {
  const onIdle = vi.fn();
  watchIdle(10_000, uptime, () => 0, onIdle).stop();
  vi.advanceTimersByTime(60_000);
  expect(onIdle).not.toHaveBeenCalled();
});

test('a clock that is set by hand neither ends a session nor keeps it', () => {
  const onIdle = vi.fn();
  const watch = watchIdle(10_000, uptime, () => 0, onIdle);
  vi.setSystemTime(Date.now() + 600 * minute);
  vi.advanceTimersByTime(9_000);
  expect(onIdle).not.toHaveBeenCalled();
  watch.touch();
  vi.setSystemTime(Date.now() - 1_200 * minute);
  vi.advanceTimersByTime(11_000);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test('an open payment ends when it was to end as it was first seen, and after its whole time at the latest', () => {
  const now = Date.UTC(2026, 10, 25, 9);
  const clocks = { now: () => now, uptime: () => 5 * minute };
  const made = (minutesAgo: number) => {
    const at = now - minutesAgo * minute;
    const [createdAt, expiresAt] = [at, at + 15 * minute].map((instant) => new Date(instant).toISOString());
    return {
      paymentId: 'p-1',
      state: 'open',
      createdAt: createdAt ?? '',
      expiresAt: expiresAt ?? '',
    } as const;
  };
  const paying = payingWith(made(5), undefined, clocks);
  expect(paying).toEqual({ paymentId: 'p-1', until: 15 * minute });
  const setBack = { now: () => now - 600 * minute, uptime: () => 6 * minute };
  expect(payingWith(made(5), paying, setBack)).toBe(paying);
  expect(payingWith(made(5), undefined, setBack)?.until).toBe(21 * minute);
  expect(payingWith({ ...made(5), state: 'paid' }, paying, clocks)).toBeUndefined();
  expect(payingWith(null, paying, clocks)).toBeUndefined();
});
