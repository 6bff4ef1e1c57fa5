import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LeaseMark, leaseDurationMs, leaseLeft, mayPromise } from './lease.ts';

const hour = 60 * 60_000;
const mark: LeaseMark = {
  lease: 1,
  leaseMs: leaseDurationMs,
  leaseWall: 1_000 * hour,
  leaseUptime: 10 * hour,
  seenAt: 1_010 * hour,
};
const after = (wall: number, uptime = wall) => ({
  now: mark.leaseWall + wall,
  uptime: mark.leaseUptime + uptime,
});

test('it ends a guard before its time', () => {
  expect(leaseLeft(mark, after(0))).toBeLessThan(leaseDurationMs - 60_000);
  expect(leaseLeft(mark, after(71 * hour))).toBeGreaterThan(0);
  expect(leaseLeft(mark, after(72 * hour))).toBe(0);
});

test('a clock that is set back does not make it longer, one that is set forward makes it shorter', () => {
  expect(leaseLeft(mark, after(-24 * hour, 72 * hour))).toBe(0);
  expect(leaseLeft(mark, after(72 * hour, hour))).toBe(0);
  expect(mayPromise(mark, after(5 * hour, 11 * hour))).toBe(false);
  expect(leaseLeft(mark, after(5 * hour, 11 * hour))).toBeGreaterThan(0);
});

test('after a reboot the wall clock counts, unless it is behind what was seen', () => {
  expect(leaseLeft(mark, { now: 1_011 * hour, uptime: 60_000 })).toBeGreaterThan(60 * hour);
  expect(leaseLeft(mark, { now: 1_009 * hour, uptime: 60_000 })).toBe(0);
});

test('none before the first; none that ends for a till', () => {
  expect(leaseLeft({ ...mark, lease: 0 }, after(0))).toBe(0);
  expect(mayPromise({ ...mark, lease: 0, leaseMs: null }, after(0))).toBe(false);
  expect(leaseLeft({ ...mark, leaseMs: null }, after(10_000 * hour))).toBe(Number.POSITIVE_INFINITY);
});

test('whatever is done to the wall clock while the machine runs, it never lasts longer than it should', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e10, max: 1e10 }), fc.integer({ min: 0, max: 1e9 }), (jump, gone) => {
      const left = leaseLeft(mark, after(gone + jump, gone));
      expect(left).toBeLessThanOrEqual(Math.max(0, leaseDurationMs - gone));
    }),
  );
});
