import type { Store } from '../../contracts/store.ts';

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/**
 * Minutes after the store's midnight at which it closes today, or null while it is closed.
 *
 * @param now milliseconds since 1970
 */
export function closesAt(store: Store, now: number): number | null {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: store.timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(now);
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  const today = store.hours[weekdays.indexOf(part('weekday'))];
  if (!today) return null;
  const minute = Number(part('hour')) * 60 + Number(part('minute'));
  return minute >= today.opens && minute < today.closes ? today.closes : null;
}
