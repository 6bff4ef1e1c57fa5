/** Most texts of a catalogue; nothing in them needs folding but the case. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all that is of ASCII
const isAscii = /^[\x00-\x7f]*$/;

/**
 * The words of a text as the index has them: lower case, Latin accents dropped, other scripts' marks kept (they are
 * vowels there), numbers kept with their unit (`30w`).
 */
export function wordsOf(text: string): string[] {
  if (isAscii.test(text))
    return (
      text
        .toLowerCase()
        .replaceAll("'", '')
        .match(/[a-z0-9]+/g) ?? []
    );
  const folded = text
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    // An apostrophe belongs to its word: women's.
    .replace(/[’']/gu, '');
  return folded.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Folded for comparing names of sizes, colours and types: `Navy-Blue` and `navy blue` are one. */
export const fold = (text: string): string => wordsOf(text).join(' ');

/** Words that say nothing of a piece of clothing, in the languages that the kiosk speaks. */
const idle = new Set(
  [
    'a an and any are be can do for from have i in is it me my of on or our please show some something that the this to with you',
    'de del el en la las los para por que un una unos unas y con me',
    'के का की में से और है हैं को मुझे',
    'في من على إلى عن مع هذا هذه و',
  ]
    .join(' ')
    .split(' '),
);

/** Words to look for. A query of idle words only keeps them: someone may look for exactly that. */
export function queryWords(text: string): string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !idle.has(word));
  return telling.length > 0 ? telling : words;
}

/** What an English plural could be the plural of, likeliest first. */
export function singulars(word: string): string[] {
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return [];
  return [
    ...(word.endsWith('ies') ? [`${word.slice(0, -3)}y`] : []),
    word.slice(0, -1),
    ...(word.endsWith('es') ? [word.slice(0, -2)] : []),
  ];
}

/** What an English plural of the word could be. */
export function plurals(word: string): string[] {
  if (word.length < 3) return [];
  return [`${word}s`, `${word}es`, ...(word.endsWith('y') ? [`${word.slice(0, -1)}ies`] : [])];
}
