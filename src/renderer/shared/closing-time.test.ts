import { expect, it } from 'vitest';
import { storeFixture } from '../testing/fixtures.ts';
import { closesAt } from './closing-time.ts';

it('tells the closing time in the shop’s own zone, or that it is closed', () => {
  // 22 November 2026 is a Sunday; Kolkata is 5:30 ahead of UTC.
  const at = (time: string) => closesAt(storeFixture, Date.parse(`2026-11-22T${time}Z`));
  expect([at('04:59:00'), at('05:00:00'), at('15:59:00'), at('16:00:00')]).toEqual([null, 1290, 1290, null]);
});
