import type { Language } from '../../contracts/primitives.ts';
import ar from './words/ar.json';
import en from './words/en.json';
import es from './words/es.json';
import hi from './words/hi.json';

const words = { ar, en, es, hi };

/** What a note is, for the shopper and whoever packs. */
export const noteTitle = (language: Language): string => words[language].note;
