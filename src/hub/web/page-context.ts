import { localeOf } from '../../contracts/locale.ts';
import { formatMoney } from '../../contracts/money.ts';
import type { Language } from '../../contracts/primitives.ts';
import type { CustomerGlimpse } from '../../contracts/session.ts';
import type { Store } from '../../contracts/store.ts';
import type { Actor } from '../../core/shop.ts';
import type { Translate } from './translate.ts';

/** All that a page needs to know of who is looking at it. */
export interface PageContext {
  readonly t: Translate;
  readonly language: Language;
  readonly brand: string;
  /** Path and query of this page: where the language switch comes back to. */
  readonly path: string;
  readonly actor: Actor;
  readonly store: Store;
  readonly customer: CustomerGlimpse | null;
  readonly bag: { readonly pieces: number; readonly total: number; readonly currency: string };
  /** Name of the shop whose kiosk holds this session now. */
  readonly atKiosk: string | null;
  /** Words about something that did not work, in the shopper's language. */
  readonly problem: string | null;
}

export const money = (context: Pick<PageContext, 'language'>, amount: number, currency: string): string =>
  formatMoney({ amount, currency }, localeOf(context.language));

/** Time of day in the shop's zone, e.g. `14:02`. */
export const clockTime = (language: Language, instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
    timeZone,
  }).format(new Date(instant));

/** Day and month in the shop's zone, with the year. */
export const calendarDay = (language: Language, instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  }).format(new Date(instant));

/** Minutes after midnight as a clock time; 1440 is midnight at the day's end. */
export function minutesAsClock(language: Language, minutes: number): string {
  return clockTime(language, new Date(minutes * 60_000).toISOString(), 'UTC');
}

/** The shop's opening hours today, or null when it is closed all day. */
export function hoursToday(
  store: Store,
  now: number,
): { readonly opens: number; readonly closes: number } | null {
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: store.timeZone }).format(
    new Date(now),
  );
  const index = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday);
  return store.hours[index] ?? null;
}

/** URL of a product picture: drawn ones come from this hub, photos from where they are. */
export const pictureUrl = (source: string): string =>
  source.startsWith('https://') ? source : `/pictures/${encodeURIComponent(source)}`;
