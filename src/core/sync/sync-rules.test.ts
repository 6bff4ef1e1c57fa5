import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoff } from './backoff.ts';
import { localDay, nextReservationNumber } from './reservation-numbers.ts';

test('numbers of different devices never meet, and none that is held is given out', () => {
  fc.assert(
    fc.property(
      fc.nat(12),
      fc.nat(98),
      fc.uniqueArray(fc.integer({ min: 1, max: 99 })),
      (device, last, places) => {
        const base = device * 100;
        const held = new Set(places.map((place) => base + place));
        const number = nextReservationNumber(device, last === 0 ? undefined : base + last, held);
        if (number === undefined) {
          expect(held.size).toBe(99);
          return;
        }
        expect(Math.floor(number / 100)).toBe(device);
        expect(number % 100).not.toBe(0);
        expect(held.has(number)).toBe(false);
      },
    ),
  );
  expect(nextReservationNumber(1, 199, new Set([101]))).toBe(102);
});

test('the day is that of the shop', () => {
  const at = Date.UTC(2026, 10, 22, 19, 0);
  expect([localDay(at, 'Asia/Kolkata'), localDay(at, 'UTC')]).toEqual(['2026-11-23', '2026-11-22']);
});

test('pauses grow, stay between a tenth of a second and half a minute, and are spread by chance', () => {
  const steps = [1, 2, 3, 7, 50];
  expect(steps.map((failures) => backoff(failures, 0))).toEqual([100, 100, 100, 100, 100]);
  expect(steps.map((failures) => backoff(failures, 1))).toEqual([500, 1000, 2000, 30_000, 30_000]);
});
