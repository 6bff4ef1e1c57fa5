import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import ar from '../../../assets/locales/ar/kiosk.json';
import en from '../../../assets/locales/en/kiosk.json';
import es from '../../../assets/locales/es/kiosk.json';
import hi from '../../../assets/locales/hi/kiosk.json';
import type { Language } from '../../contracts/primitives.ts';

/** CLDR locales for money, dates and plurals. Digits stay Latin, as on price tags and size labels. */
const locales = { en: 'en-IN', hi: 'hi-IN-u-nu-latn', es: 'es-ES', ar: 'ar-AE-u-nu-latn' } as const;

export const localeOf = (language: Language): string => locales[language];
export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

/** Each language in its own name: the one thing on a screen that is never translated. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  hi: 'हिन्दी',
  es: 'Español',
  ar: 'العربية',
};

export function startI18n(): void {
  if (i18next.isInitialized) return;
  void i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'kiosk',
    resources: { en: { kiosk: en }, hi: { kiosk: hi }, es: { kiosk: es }, ar: { kiosk: ar } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

export function showLanguage(language: Language): void {
  void i18next.changeLanguage(language);
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
