import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import ar from '../../../assets/locales/ar/kiosk.json';
import en from '../../../assets/locales/en/kiosk.json';
import es from '../../../assets/locales/es/kiosk.json';
import hi from '../../../assets/locales/hi/kiosk.json';
import { directionOf } from '../../contracts/locale.ts';
import type { Language } from '../../contracts/primitives.ts';

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
