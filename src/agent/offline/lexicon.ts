import type { Vocabulary } from '../../contracts/catalogue.ts';
import { isColourFamily } from '../../core/search/colour-families.ts';
import { patternWords } from './intents.ts';
import { normalise, singular } from './normalise.ts';
import { commonWords, placeWords } from './words/common-words.ts';
import { priceWords } from './words/price-words.ts';
import {
  fillers,
  negations,
  negationsAfter,
  numberWords,
  ordinals,
  pronouns,
  separators,
  wholeLot,
} from './words/small-words.ts';
import { synonyms } from './words/synonyms/index.ts';

export type Slot =
  | 'department'
  | 'productType'
  | 'colour'
  | 'size'
  | 'fabric'
  | 'occasion'
  | 'pattern'
  | 'brand'
  /** A known word for a garment or the like that this shop's vocabulary lacks: searched as text, in English. */
  | 'word';

export interface Meaning {
  readonly slot: Slot;
  /** As the vocabulary writes it. */
  readonly value: string;
  /** What titles call this kind of it: a blazer is a jacket. */
  readonly kind?: string;
}

export interface Lexicon {
  /** By normalised phrase of one to four words. */
  readonly phrases: ReadonlyMap<string, Meaning>;
  /** Single words of the shop, to correct typing errors to. */
  readonly shopWords: ReadonlySet<string>;
  /** Words that are right as they are. */
  readonly knownWords: ReadonlySet<string>;
  /** Of the titles of its products, and their singulars. */
  readonly titleWords: ReadonlySet<string>;
}

const cache = new WeakMap<Vocabulary, Lexicon>();
/** One vocabulary is asked of again and again, as equal copies when it comes out of a database. */
let last: { readonly key: string; readonly lexicon: Lexicon } | undefined;

export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const known = cache.get(vocabulary);
  if (known !== undefined) return known;
  const key = JSON.stringify(vocabulary);
  const lexicon = last?.key === key ? last.lexicon : build(vocabulary);
  last = { key, lexicon };
  cache.set(vocabulary, lexicon);
  return lexicon;
}

const plural = (phrase: string): readonly string[] => {
  const stem = singular(phrase);
  return [
    phrase,
    stem,
    `${stem}s`,
    /(?:s|sh|ch|x)$/u.test(stem) ? `${stem}es` : stem,
    stem.replace(/y$/u, 'ies'),
  ];
};

function build(vocabulary: Vocabulary): Lexicon {
  const phrases = new Map<string, Meaning>();
  const titles = vocabulary.titleWords.filter((word) => word.length > 2);
  const titleWords = new Set([...titles, ...titles.flatMap(plural)]);
  const put = (phrase: string, meaning: Meaning): void => {
    if (phrase !== '' && !phrases.has(phrase)) phrases.set(phrase, meaning);
  };
  const lists: readonly (readonly [Slot, readonly string[]])[] = [
    ['productType', vocabulary.productTypes],
    ['colour', vocabulary.colours],
    ['size', vocabulary.sizes],
    ['fabric', vocabulary.fabrics],
    ['occasion', vocabulary.occasions],
    ['pattern', vocabulary.patterns],
    ['department', vocabulary.departments],
    ['brand', vocabulary.brands],
  ];
  for (const [slot, values] of lists) {
    for (const value of values) {
      const plain = normalise(value);
      const forms = slot === 'productType' ? plural(plain) : [plain];
      for (const form of new Set([...forms, ...forms.map((name) => name.replace(/[-&/]+/gu, ' '))])) {
        // A short kurta is no pair of shorts.
        if (form !== 'short') put(form, { slot, value });
      }
    }
  }
  const kinds = new Map<string, Meaning>(
    vocabulary.kinds.map(({ word, productType }) => [
      word,
      { slot: 'productType', value: productType, kind: word },
    ]),
  );
  const titled = (word: string): Meaning | undefined =>
    titleWords.has(word) ? { slot: 'word', value: word } : undefined;
  const groups = [
    ['productType', vocabulary.productTypes, synonyms.productTypes],
    ['colour', vocabulary.colours, synonyms.colours],
    ['fabric', vocabulary.fabrics, synonyms.fabrics],
    ['occasion', vocabulary.occasions, synonyms.occasions],
    ['department', vocabulary.departments, synonyms.departments],
    ['size', vocabulary.sizes, synonyms.sizes],
    ['pattern', vocabulary.patterns, synonyms.patterns],
  ] as const;
  for (const [slot, values, words] of groups) {
    for (const [canonical, others] of Object.entries(words)) {
      const value = inVocabulary([canonical, ...others], values);
      const known = value ?? generalIn(slot, canonical, values);
      const general: Meaning =
        known === undefined ? { slot: 'word', value: canonical } : { slot, value: known };
      const meaning = (known === undefined ? kinds.get(singular(canonical)) : undefined) ?? general;
      for (const other of [normalise(canonical), ...others]) {
        const word = normalise(other);
        // What titles of this shop say is found by that word: jersey is a fabric here, and no jumper.
        const own = known === undefined ? (kinds.get(singular(word)) ?? titled(word)) : undefined;
        put(word, own ?? meaning);
      }
    }
  }
  for (const [word, meaning] of kinds) for (const form of plural(word)) put(form, meaning);
  for (const value of vocabulary.sizes) {
    // `size 8` is what people say of `UK 8`.
    const number = /^[a-z]{2} (\d+(?:\.\d)?)$/u.exec(normalise(value))?.[1];
    if (number !== undefined) put(`size ${number}`, { slot: 'size', value });
    for (const age of agesOf(value)) put(age, { slot: 'size', value });
  }
  const shopWords = new Set([...phrases.keys()].filter((phrase) => !phrase.includes(' ')));
  const knownWords = new Set([
    ...shopWords,
    ...titleWords,
    ...commonWords,
    ...placeWords,
    ...[...phrases.keys()].flatMap((phrase) => phrase.split(' ')),
    ...fillers,
    ...negations,
    ...negationsAfter,
    ...pronouns,
    ...wholeLot,
    ...Object.keys(numberWords),
    ...priceWords,
    ...patternWords,
    ...Object.keys(ordinals),
    ...separators.flatMap((phrase) => phrase.split(' ')),
  ]);
  return { phrases, shopWords, knownWords, titleWords };
}

const years = [
  'year',
  'years',
  'yr',
  'yrs',
  'yo',
  'saal',
  'sal',
  'साल',
  'baras',
  'वर्ष',
  'anos',
  'سنه',
  'سنوات',
  'سنين',
];

/** `6 years` and `6-7 years` are what people say of `6-7Y`. */
function agesOf(size: string): readonly string[] {
  const [, from, to] = /^(\d+)-(\d+)y$/u.exec(normalise(size)) ?? [];
  if (from === undefined || to === undefined) return [];
  const ages = Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => `${Number(from) + index}`);
  const named = [...ages, `${from}-${to}`, `${from} to ${to}`];
  return [
    `${from}-${to}`,
    ...named.flatMap((age) => [
      ...years.map((year) => `${age} ${year}`),
      ...years.map((year) => `${age}${year}`),
      `${age} year old`,
      `${age} years old`,
      `${age}-year-old`,
      `age ${age}`,
      `aged ${age}`,
    ]),
  ];
}

/** A general word that the shop's filters understand though none of its values is it. */
function generalIn(slot: Slot, canonical: string, values: readonly string[]): string | undefined {
  if (slot === 'size') return canonical;
  if (slot === 'colour' && isColourFamily(canonical)) return canonical;
  const part =
    slot === 'occasion' && values.some((value) => normalise(value).split(/[- ]/u).includes(canonical));
  return part ? canonical : undefined;
}

/**
 * The first of some words for one thing that the vocabulary has: itself, or as the last word of one value only
 * (`Shirt` rather than `Camp shirt` and `Office shirt`).
 */
function inVocabulary(words: readonly string[], values: readonly string[]): string | undefined {
  for (const word of words) {
    const wanted = singular(normalise(word));
    const same = values.find((value) => singular(normalise(value)) === wanted);
    if (same !== undefined) return same;
  }
  // `blue` means more than `Denim blue`.
  if (isColourFamily(words[0] ?? '')) return undefined;
  const wanted = singular(normalise(words[0] ?? ''));
  const ending = values.filter((value) => singular(normalise(value)).endsWith(` ${wanted}`));
  return ending.length === 1 ? ending[0] : undefined;
}
