import { inUsualForms } from './words/variants/index.ts';

const digitBlocks = [0x0966, 0x0660, 0x06f0];

/** Devanagari, Arabic-Indic and Persian digits as ASCII ones. */
function latinDigits(text: string): string {
  return text.replace(/[\u0966-\u096f\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = digitBlocks.find((start) => code >= start && code < start + 10) ?? code;
    return String(code - zero);
  });
}

/**
 * One spelling for what people spell in several ways: case, accents of Latin letters, Arabic letter forms and vowel
 * signs, apostrophes, digits of other scripts, and words that have variants. Devanagari signs are letters, but for the dot
 * below and the moon, which many leave out.
 */
export const normalise = (text: string): string => inUsualForms(plain(text), plain);

function plain(text: string): string {
  return latinDigits(text.normalize('NFKC'))
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/gu, '')
    .normalize('NFC')
    .replace(/\u093c/gu, '')
    .replace(/\u0901/gu, '\u0902')
    .replace(/(?<=[\u093e-\u094c\u0907])\u092f\u0947(?![\p{L}\p{M}])/gu, '\u090f')
    .replace(/[\u064b-\u0652\u0640]/gu, '')
    .replace(/[أإآ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/['’‘`]/gu, '')
    .replace(/\brs\.\s*/gu, 'rs ');
}

/** Words, numbers (`2,000`, `1.5`), codes (`mg-10482`) and the signs that matter. */
export function tokensOf(text: string): readonly string[] {
  return (
    normalise(text).match(
      /(?<![\p{L}\p{N}])(?<!\p{N} )[-−]\d+|[\p{L}\p{M}\p{N}]+(?:[.,-][\p{L}\p{M}\p{N}]+)*|[₹$€£<>]|(?<=\d)\/-|[,;.!?؟،।]/gu,
    ) ?? []
  );
}

/** English plural to singular, near enough to compare two words. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/u.test(word)) return word.slice(0, -2);
  if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1);
  return word;
}
