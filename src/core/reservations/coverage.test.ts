import { expect, test } from 'vitest';
import type { Reservation } from '../../contracts/reservation.ts';
import { coverage } from './coverage.ts';

const until = Date.parse('2026-11-22T06:15:00.000Z');
let count = 0;

function hold(change: Partial<Reservation>): Reservation {
  count += 1;
  return {
    reservationId: `019a0000-0000-7000-8000-${String(count).padStart(12, '0')}`,
    kind: 'checkout',
    state: 'requested',
    number: count,
    sessionId: '019a0000-0000-7000-8000-aaaaaaaaaaaa',
    storeId: 'here',
    sku: 'a',
    quantity: 1,
    fittingRoom: null,
    pickedAt: null,
    createdAt: '2026-11-22T06:00:00.000Z',
    expiresAt: '2026-11-22T06:17:00.000Z',
    ...change,
  };
}

test('trial holds cover first, checkout holds the rest', () => {
  const holds = [hold({ quantity: 1 }), hold({ kind: 'trial', quantity: 2 })];
  expect(coverage([{ sku: 'a', quantity: 4 }], holds, 'here', until)).toEqual({
    missing: [{ sku: 'a', quantity: 1 }],
    surplus: [],
  });
});

test('checkout holds that are too many, too short or for nothing are surplus; trial holds never are', () => {
  const tooMany = hold({ quantity: 3 });
  const tooShort = hold({ expiresAt: '2026-11-22T06:14:59.000Z' });
  const forNothing = hold({ sku: 'b' });
  const trial = hold({ kind: 'trial', sku: 'c', quantity: 3 });
  expect(
    coverage([{ sku: 'a', quantity: 2 }], [tooMany, tooShort, forNothing, trial], 'here', until),
  ).toEqual({ missing: [{ sku: 'a', quantity: 2 }], surplus: [tooMany, tooShort, forNothing] });
});

test('holds that have ended or are in another shop cover nothing and are left alone', () => {
  const holds = [hold({ state: 'cancelled' }), hold({ storeId: 'there' })];
  expect(coverage([{ sku: 'a', quantity: 1 }], holds, 'here', until)).toEqual({
    missing: [{ sku: 'a', quantity: 1 }],
    surplus: [],
  });
});
