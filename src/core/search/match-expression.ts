import type { Corrector } from './corrector.ts';
import { synonymsOf } from './synonyms.ts';
import { plurals, queryWords, singulars } from './words.ts';

export interface ParsedText {
  /** In FTS5's query syntax (https://sqlite.org/fts5.html#full_text_query_syntax): every word must be found. */
  readonly all: string;
  /** For when nothing has them all: the garment where one is named, and any of the others; null for a single word. */
  readonly some: string | null;
  readonly corrections: readonly { readonly from: string; readonly to: string }[];
}

/** Near words that one misspelt word may stand for. */
const alternatives = 4;

// Words hold letters, digits and marks only, so quoting needs no escapes.
const quote = (word: string): string => `"${word}"`;

/** Undefined when the text has no words at all. `isGarment`: whether the word is one of a product type. */
export function parseText(
  text: string,
  vocabulary: Corrector,
  isGarment: (word: string) => boolean,
): ParsedText | undefined {
  const words = [...new Set(queryWords(text))].slice(0, 12);
  if (words.length === 0) return undefined;
  const corrections: { from: string; to: string }[] = [];

  const garments: string[] = [];
  const groups = words.map((word, index) => {
    const spellings = new Set<string>();
    const add = (candidate: string): void => {
      if (vocabulary.has(candidate)) spellings.add(candidate);
    };
    for (const form of [word, ...singulars(word)]) {
      for (const one of [form, ...plurals(form), ...synonymsOf(form)]) add(one);
    }
    const isLast = index === words.length - 1;
    const asPrefix = isLast && word.length > 1 && vocabulary.hasPrefix(word);
    if (spellings.size === 0 && !asPrefix) {
      const near = vocabulary.near(word, alternatives);
      const [best] = near;
      if (best !== undefined) corrections.push({ from: word, to: best });
      for (const one of near) spellings.add(one);
    }
    const terms = [...spellings].map(quote);
    if (asPrefix) terms.push(`${quote(word)}*`);
    // An unknown word that is like none that we know finds nothing, rather than being passed over.
    const group = terms.length === 0 ? quote(word) : `(${terms.join(' OR ')})`;
    if ([...spellings].some(isGarment)) garments.push(group);
    return group;
  });
  const any = `(${groups.join(' OR ')})`;

  return {
    all: groups.join(' AND '),
    some: groups.length > 1 ? [...garments, any].join(' AND ') : null,
    corrections,
  };
}
