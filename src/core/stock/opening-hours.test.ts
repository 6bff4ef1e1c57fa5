import { expect, test } from 'vitest';
import { openUntil } from './opening-hours.ts';

const day = { opens: 600, closes: 1320 };
const late = { opens: 1080, closes: 120 };
const shop = (hours: Parameters<typeof openUntil>[0]['hours'], timeZone = 'Asia/Kolkata') => ({
  hours,
  timeZone,
});
const everyDay = shop([day, day, day, day, day, day, day]);
const closedSunday = shop([day, day, day, day, day, day, null]);
const lateSaturday = shop([null, null, null, null, null, late, null]);

// 22 November 2026 is a Sunday; India is 5:30 ahead of UTC.
test.each([
  ['before opening', everyDay, '2026-11-22T04:29:59Z', null],
  ['at opening', everyDay, '2026-11-22T04:30:00Z', 1320],
  ['a minute before closing', everyDay, '2026-11-22T16:29:00Z', 1320],
  ['at closing', everyDay, '2026-11-22T16:30:00Z', null],
  ['on the day it is closed', closedSunday, '2026-11-22T06:00:00Z', null],
  ['Sunday in UTC, but Monday in the shop', closedSunday, '2026-11-22T23:59:00Z', null],
  ['Monday morning there', closedSunday, '2026-11-23T04:30:00Z', 1320],
  ['Saturday night', lateSaturday, '2026-11-21T17:00:00Z', 120],
  ['after midnight', lateSaturday, '2026-11-21T19:00:00Z', 120],
  ['after the late closing', lateSaturday, '2026-11-21T20:30:00Z', null],
  [
    'half an hour before midnight UTC in New York',
    { ...everyDay, timeZone: 'America/New_York' },
    '2026-11-22T23:30:00Z',
    1320,
  ],
  ['day and night', shop(Array(7).fill({ opens: 0, closes: 1440 })), '2026-11-22T18:29:00Z', 1440],
])('%s', (_, store, at, expected) => {
  expect(openUntil(store, Date.parse(at))).toBe(expected);
});
