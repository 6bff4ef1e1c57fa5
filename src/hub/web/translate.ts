import { readFileSync } from 'node:fs';
import { createInstance, type i18n } from 'i18next';
import { type Language, languages } from '../../contracts/primitives.ts';

/** Words of the web pages in one language; `count` picks the plural form by CLDR. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Reads `<folder>/<language>/web.json` for every language; a key that a language lacks falls back to English. */
export function loadTranslations(folder: string): (language: Language) => Translate {
  const resources = Object.fromEntries(
    languages.map((language) => [
      language,
      { web: JSON.parse(readFileSync(`${folder}/${language}/web.json`, 'utf8')) as Record<string, unknown> },
    ]),
  );
  const instance: i18n = createInstance();
  void instance.init({
    resources,
    ns: ['web'],
    defaultNS: 'web',
    fallbackLng: 'en',
    initAsync: false,
    // The pages escape; escaping twice would show entities.
    interpolation: { escapeValue: false },
  });
  return (language) => {
    const fixed = instance.getFixedT(language);
    return (key, values) => fixed(key, { ...values });
  };
}

/** The best of our languages for an `Accept-Language` header. */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag: tag.toLowerCase(), quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter((wish) => wish.quality > 0)
    .sort((one, other) => other.quality - one.quality);
  for (const wish of wishes) {
    const found = languages.find((language) => wish.tag === language || wish.tag.startsWith(`${language}-`));
    if (found) return found;
  }
  return 'en';
}
