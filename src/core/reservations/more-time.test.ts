import { expect, test } from 'vitest';
import type { Reservation } from '../../contracts/reservation.ts';
import { moreTime } from './more-time.ts';

const minute = 60_000;
const made = Date.parse('2026-11-22T06:00:00.000Z');
const limits = { trial: 20 * minute, tryOn: 30 * minute, longestTrial: 90 * minute };

const hold = (change: Partial<Reservation> = {}): Reservation => ({
  reservationId: '019a0000-0000-7000-8000-000000000001',
  kind: 'trial',
  state: 'requested',
  number: 12,
  sessionId: '019a0000-0000-7000-8000-aaaaaaaaaaaa',
  storeId: 'here',
  sku: 'a',
  quantity: 1,
  fittingRoom: 2,
  pickedAt: null,
  createdAt: new Date(made).toISOString(),
  expiresAt: new Date(made + 20 * minute).toISOString(),
  ...change,
});
const ask = (after: number, of = hold(), longestEnd: number | undefined = Number.POSITIVE_INFINITY) =>
  moreTime(of, made + after, longestEnd, limits);

test('the clock starts anew: longer for a piece that is with the shopper', () => {
  expect(ask(15 * minute)).toEqual({ ok: true, value: made + 35 * minute });
  expect(ask(15 * minute, hold({ state: 'picked' }))).toEqual({ ok: true, value: made + 35 * minute });
  expect(ask(15 * minute, hold({ state: 'handed-over' }))).toEqual({ ok: true, value: made + 45 * minute });
});

test('asking again at once wants nothing more', () => {
  expect(ask(0)).toEqual({ ok: true, value: null });
  const extended = hold({ expiresAt: new Date(made + 35 * minute).toISOString() });
  expect(ask(15 * minute + 30_000, extended)).toEqual({ ok: true, value: null });
});

test('up to the longest trial of the shop, and no further', () => {
  const late = hold({ expiresAt: new Date(made + 80 * minute).toISOString() });
  expect(ask(75 * minute, late)).toEqual({ ok: true, value: made + 90 * minute });
  const last = hold({ expiresAt: new Date(made + 90 * minute).toISOString() });
  expect(ask(85 * minute, last)).toMatchObject({
    failure: { kind: 'conflict', reason: 'no-more-time', details: { number: 12, expiresAt: last.expiresAt } },
  });
});

test('never beyond the rights that it is held by, and not by those of another', () => {
  expect(ask(15 * minute, hold(), made + 25 * minute)).toEqual({ ok: true, value: made + 25 * minute });
  expect(ask(15 * minute, hold(), made + 15 * minute)).toMatchObject({ failure: { reason: 'no-more-time' } });
  expect(moreTime(hold(), made, undefined, limits)).toMatchObject({ failure: { reason: 'held-elsewhere' } });
});

test.each(['bought', 'returned', 'cancelled', 'expired'] as const)('what is %s gets none', (state) => {
  expect(ask(minute, hold({ state }))).toMatchObject({
    failure: { kind: 'conflict', reason: 'reservation-over' },
  });
});
