import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchIdle } from './idle-watch.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('calls once when no one touched for the limit', () => {
  const onIdle = vi.fn();
  watchIdle(10_000, Date.now, () => 0, onIdle);
  vi.advanceTimersByTime(9_000);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60_000);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test('a touch starts the time anew', () => {
  const onIdle = vi.fn();
  const watch = watchIdle(10_000, Date.now, () => 0, onIdle);
  vi.advanceTimersByTime(9_000);
  watch.touch();
  vi.advanceTimersByTime(9_000);
  expect(onIdle).not.toHaveBeenCalled();
});

test('an open payment counts as busy until its own limit', () => {
  const onIdle = vi.fn();
  const paymentUntil = Date.now() + 30_000;
  watchIdle(10_000, Date.now, () => paymentUntil, onIdle);
  vi.advanceTimersByTime(29_000);
  expect(onIdle).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2_000);
  expect(onIdle).toHaveBeenCalledTimes(1);
});

test('stopped, it never calls', () => {
  const onIdle = vi.fn();
  watchIdle(10_000, Date.now, () => 0, onIdle).stop();
  vi.advanceTimersByTime(60_000);
  expect(onIdle).not.toHaveBeenCalled();
});
