import type { Language } from './primitives.ts';

/**
 * CLDR locales for money, dates and plurals: Indian grouping for the Indian languages, and Latin digits everywhere, since
 * prices and sizes are compared with tags.
 */
const locales: Readonly<Record<Language, string>> = {
  en: 'en-IN',
  hi: 'hi-IN-u-nu-latn',
  es: 'es-ES',
  ar: 'ar-AE-u-nu-latn',
};

export const localeOf = (language: Language): string => locales[language];
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

/** Each language in its own name: the one thing on a screen that is never translated. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  hi: 'हिन्दी',
  es: 'Español',
  ar: 'العربية',
};
