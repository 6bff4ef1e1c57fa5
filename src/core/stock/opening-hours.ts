import type { Store } from '../../contracts/store.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Weekday (0 is Monday) and minutes after midnight on the clock of a time zone. */
function localTime(at: number, timeZone: string): { readonly weekday: number; readonly minutes: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    weekday: weekdays.indexOf(part('weekday')),
    minutes: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

/**
 * Minutes after local midnight at which an open shop closes, or null when it is closed now. A closing time at or before
 * the opening time is on the next day.
 */
export function openUntil({ hours, timeZone }: Pick<Store, 'hours' | 'timeZone'>, at: number): number | null {
  const { weekday, minutes } = localTime(at, timeZone);
  const today = hours[weekday];
  if (today && minutes >= today.opens) {
    if (today.closes <= today.opens || minutes < today.closes) return today.closes;
  }
  const yesterday = hours[(weekday + 6) % 7];
  if (yesterday && yesterday.closes <= yesterday.opens && minutes < yesterday.closes) return yesterday.closes;
  return null;
}
