import i18next, { type TFunction } from 'i18next';
import arabic from '../../assets/locales/ar/agent.json';
import english from '../../assets/locales/en/agent.json';
import spanish from '../../assets/locales/es/agent.json';
import hindi from '../../assets/locales/hi/agent.json';
import { localeOf } from '../contracts/locale.ts';
import { formatMoney } from '../contracts/money.ts';
import type { Language } from '../contracts/primitives.ts';

export interface Texts {
  readonly language: Language;
  readonly t: TFunction;
  money(amount: number, currency: string): string;
  /** Names joined as the language does it, e.g. `S, M and L`. */
  list(names: readonly string[], how?: 'conjunction' | 'disjunction'): string;
  /** Minutes after local midnight, e.g. `9:30 pm`. */
  clock(minutes: number): string;
  /** A calendar day in the zone, e.g. `Tuesday 24 November`. */
  day(instant: string, timeZone: string): string;
}

const instance = i18next.createInstance();
void instance.init({
  initAsync: false,
  fallbackLng: 'en',
  interpolation: { escapeValue: false },
  defaultNS: 'agent',
  resources: {
    en: { agent: english },
    hi: { agent: hindi },
    es: { agent: spanish },
    ar: { agent: arabic },
  },
});

/** What the agent says, in one language. */
export function textsOf(language: Language): Texts {
  const locale = localeOf(language);
  return {
    language,
    t: instance.getFixedT(language),
    money: (amount, currency) => formatMoney({ amount, currency }, locale),
    list: (names, how = 'conjunction') =>
      new Intl.ListFormat(locale, { type: how, style: 'long' }).format([...names]),
    clock: (minutes) =>
      new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(minutes * 60_000),
    day: (instant, timeZone) =>
      new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(
        new Date(instant),
      ),
  };
}
