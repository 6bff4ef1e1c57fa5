import { arabicVariants } from './arabic.ts';
import { hindiVariants } from './hindi.ts';
import { placeVariants } from './places.ts';
import { spanishVariants } from './spanish.ts';

/** Of single words, and of several together; later lists do not take away from earlier ones. */
const single = new Map<string, string>();
const several = new Map<string, string>();

/** Puts the usual form in the place of a variant. */
let joined: RegExp | undefined;

/** Learns the variants, as `plain` spells them. */
function learn(plain: (text: string) => string): RegExp {
  for (const variants of [hindiVariants, spanishVariants, arabicVariants, placeVariants]) {
    for (const [usual, others] of Object.entries(variants)) {
      for (const other of others.map(plain)) {
        const known = other.includes(' ') ? several : single;
        if (!known.has(other) && other !== plain(usual)) known.set(other, plain(usual));
      }
    }
  }
  // A phrase is looked for as it reads once its words are in their usual form.
  for (const [phrase, usual] of [...several]) several.set(eachWord(phrase), usual);
  for (const [phrase, usual] of [...several]) if (phrase === usual) several.delete(phrase);
  const phrases = [...several.keys()].sort((left, right) => right.length - left.length);
  return new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])(?:${phrases.join('|')})(?![\p{L}\p{M}\p{N}])`, 'gu');
}

const eachWord = (text: string): string =>
  text.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => single.get(word) ?? afterAnd(word) ?? word);

/** Arabic writes `and` with the word after it. */
function afterAnd(word: string): string | undefined {
  const usual = word.startsWith('و') ? single.get(word.slice(1)) : undefined;
  return usual === undefined ? undefined : `و ${usual}`;
}

/** A text in usual forms: `chaiye` as `chahiye`, `وين` as `اين`. `plain` is how the text itself was made plain. */
export function inUsualForms(text: string, plain: (text: string) => string): string {
  joined ??= learn(plain);
  return eachWord(text).replace(joined, (phrase) => several.get(phrase) ?? phrase);
}
