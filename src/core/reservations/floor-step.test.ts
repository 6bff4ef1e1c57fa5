import { expect, test } from 'vitest';
import type { FloorTask } from '../../contracts/feed.ts';
import { floorStep } from './floor-step.ts';

const task = (change: Partial<FloorTask> = {}): FloorTask => ({
  reservationId: '0199a000-0000-7000-8000-000000000001',
  storeId: 'shop',
  sku: 'kurta/m',
  quantity: 1,
  number: 101,
  fittingRoom: 2,
  state: 'requested',
  createdAt: '2026-11-25T10:00:00.000Z',
  expiresAt: '2026-11-25T10:20:00.000Z',
  pickedAt: null,
  ...change,
});
const at = Date.parse('2026-11-25T10:05:00.000Z');
const pickedAt = '2026-11-25T10:05:00.000Z';

test('picked, handed over with more time, put back', () => {
  expect(floorStep(task(), { to: 'picked' }, at)).toEqual({
    ok: true,
    value: task({ state: 'picked', pickedAt }),
  });
  const expiresAt = '2026-11-25T10:35:00.000Z';
  expect(floorStep(task(), { to: 'handed-over', expiresAt }, at)).toEqual({
    ok: true,
    value: task({ state: 'handed-over', pickedAt, expiresAt }),
  });
  expect(floorStep(task({ state: 'handed-over', pickedAt }), { to: 'returned' }, at)).toEqual({
    ok: true,
    value: task({ state: 'returned', pickedAt }),
  });
});

test('a step taken twice, or late, changes nothing', () => {
  for (const state of ['picked', 'handed-over'] as const) {
    const before = task({ state, pickedAt });
    const step = floorStep(before, { to: 'picked' }, at + 60_000);
    expect(step.ok && step.value).toBe(before);
  }
  const returned = task({ state: 'returned', pickedAt });
  expect(floorStep(returned, { to: 'returned' }, at)).toEqual({ ok: true, value: returned });
});

test('what ended after it was picked waits to be put back; what was never picked does not', () => {
  expect(floorStep(task({ state: 'expired', pickedAt }), { to: 'returned' }, at)).toMatchObject({
    value: { state: 'returned' },
  });
  const never = task({ state: 'cancelled' });
  const step = floorStep(never, { to: 'returned' }, at);
  expect(step.ok && step.value).toBe(never);
});

test.each(['picked', 'handed-over'] as const)('a hold that is over cannot be %s', (to) => {
  expect(floorStep(task({ state: 'expired' }), { to }, at)).toMatchObject({
    failure: { reason: 'reservation-over' },
  });
});

test('what was bought stays bought; no hold lasts more than a day', () => {
  expect(floorStep(task({ state: 'bought' }), { to: 'returned' }, at)).toMatchObject({
    failure: { reason: 'reservation-bought' },
  });
  const step = floorStep(task(), { to: 'handed-over', expiresAt: '2027-01-01T00:00:00.000Z' }, at);
  expect(step).toMatchObject({ value: { expiresAt: '2026-11-26T10:00:00.000Z' } });
});
