import { useMemo } from 'react';
import { localeOf } from '../../contracts/locale.ts';
import { formatMoney } from '../../contracts/money.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { useView } from '../app/view-store.ts';

export interface Format {
  /** Minor units. */
  money(amount: number, currency: string): string;
  /** Wall-clock time of a UTC instant in the store's zone. */
  time(instant: string): string;
  /** Minutes after local midnight as wall-clock time. */
  minuteOfDay(minutes: number): string;
  /** `9:41`. */
  countdown(milliseconds: number): string;
  date(instant: string): string;
  distance(metres: number): string;
  number(value: number): string;
  bytes(value: number): string;
}

export function makeFormat(locale: string, timeZone: string | undefined): Format {
  const zone = timeZone ? { timeZone } : {};
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone,
  });
  const utcClock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...zone });
  const kilometre = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'kilometer',
    maximumFractionDigits: 1,
  });
  const metre = new Intl.NumberFormat(locale, { style: 'unit', unit: 'meter', maximumFractionDigits: 0 });
  const plain = new Intl.NumberFormat(locale);
  const gigabyte = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'gigabyte',
    maximumFractionDigits: 1,
  });
  return {
    money: (amount, currency) => formatMoney({ amount, currency }, locale),
    time: (instant) => clock.format(new Date(instant)),
    minuteOfDay: (minutes) => utcClock.format(new Date((minutes % 1440) * 60_000)),
    countdown: (milliseconds) => {
      const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    },
    date: (instant) => day.format(new Date(instant)),
    distance: (metres) =>
      metres < 950 ? metre.format(Math.round(metres / 10) * 10) : kilometre.format(metres / 1000),
    number: (value) => plain.format(value),
    bytes: (value) => gigabyte.format(value / 1e9),
  };
}

export function useFormat(): Format {
  const language = useView((view) => view.language);
  const timeZone = useKiosk((kiosk) => kiosk.store?.timeZone);
  return useMemo(() => makeFormat(localeOf(language), timeZone), [language, timeZone]);
}
