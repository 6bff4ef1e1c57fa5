import i18next, { type TFunction } from 'i18next';
import arabic from '../../assets/locales/ar/agent.json';
import english from '../../assets/locales/en/agent.json';
import spanish from '../../assets/locales/es/agent.json';
import hindi from '../../assets/locales/hi/agent.json';
import { localeOf } from '../contracts/locale.ts';
import { formatMoney } from '../contracts/money.ts';
import type { Language } from '../contracts/primitives.ts';
import type { Sentence } from '../core/agent/tool.ts';
import type { ToolCatalogue } from '../core/agent/tool-catalogue.ts';
import { pieceName } from './piece-name.ts';

export interface Texts {
  readonly language: Language;
  readonly t: TFunction;
  /** In the words of a worker. */
  say(worker: string, sentence: Sentence): string;
  /** The same where the worker has such words. */
  said(worker: string, sentence: Sentence, context?: string): string | undefined;
  money(amount: number, currency: string): string;
  /** Names joined as the language does it, e.g. `S, M and L`. */
  list(names: readonly string[], how?: 'conjunction' | 'disjunction'): string;
  /** Minutes after local midnight, e.g. `9:30 pm`. */
  clock(minutes: number): string;
  /** A time of day in the zone, e.g. `4:05 pm`. */
  time(instant: string, timeZone: string): string;
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

/** Makes the words of workers known, each under the worker's name. */
export function learnWords(workers: ToolCatalogue['words']): void {
  for (const [worker, words] of workers) {
    for (const [language, texts] of Object.entries(words)) {
      instance.addResourceBundle(language, worker, texts, true, true);
    }
  }
}

/** `Array.isArray` does not narrow lists that are read-only. */
const isList = (value: object): value is readonly Sentence[] => Array.isArray(value);

/** What the agent says, in one language. */
export function textsOf(language: Language): Texts {
  const locale = localeOf(language);
  const t = instance.getFixedT(language);
  const list = (names: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string =>
    new Intl.ListFormat(locale, { type, style: 'long' }).format([...names]);
  const inWords = (worker: string, value: NonNullable<Sentence['values']>[string]): string | number => {
    if (typeof value !== 'object') return value;
    if (isList(value)) return list(value.map((sentence) => say(worker, sentence)));
    return 'amount' in value ? formatMoney(value, locale) : pieceName(value, { t });
  };
  const options = (worker: string, { values = {} }: Sentence, context: string | undefined) => ({
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(worker, value)])),
    ...(context !== undefined && { context }),
  });
  const say = (worker: string, sentence: Sentence, context?: string): string =>
    instance.getFixedT(language, worker)(sentence.key, options(worker, sentence, context));
  return {
    language,
    t,
    say,
    said: (worker, sentence, context) =>
      instance.exists(sentence.key, { lng: language, ns: worker, ...options(worker, sentence, context) })
        ? say(worker, sentence, context)
        : undefined,
    money: (amount, currency) => formatMoney({ amount, currency }, locale),
    list,
    clock: (minutes) =>
      new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(minutes * 60_000),
    time: (instant, timeZone) =>
      new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }).format(new Date(instant)),
    day: (instant, timeZone) =>
      new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone }).format(
        new Date(instant),
      ),
  };
}
