import type { Intent } from './intent-names.ts';
import { type FoundIntent, patternWords } from './intents.ts';
import type { Lexicon, Meaning } from './lexicon.ts';
import { afterSizes, counted, isLittleWord, isMisread, sizeLeads, sizeWords } from './misread.ts';
import { type Named, refusedOf } from './negation.ts';
import { singular } from './normalise.ts';
import { isSizeStep, sizeStepOf } from './size-steps.ts';
import type { Wish } from './wish.ts';
import { commonWords } from './words/common-words.ts';
import { fillers, numberWords, ordinals, pronouns, wholeLot } from './words/small-words.ts';

/** What has been read of a clause so far. */
interface Reading {
  readonly slots: Partial<Record<Meaning['slot'], string>>;
  readonly excludeColours: string[];
  readonly exclude: string[];
  readonly words: string[];
  readonly strange: string[];
  readonly ordinals: number[];
  quantity?: number;
  number?: number;
  code?: string;
  kind?: string;
}

/** What the shop's words in a clause mean, by where they begin. */
function namedIn(
  tokens: readonly string[],
  intentWords: ReadonlySet<string>,
  lexicon: Lexicon,
): ReadonlyMap<number, Named> {
  const named = new Map<number, Named>();
  for (let index = 0; index < tokens.length; ) {
    const entry = longest(tokens, index, lexicon);
    const read = entry !== undefined && !isMisread(entry, tokens, index, intentWords, lexicon);
    if (read) named.set(index, entry);
    index += read ? entry.length : 1;
  }
  return named;
}

/** What a clause says beside its intent. */
export function wishIn(clause: string, lexicon: Lexicon, found: FoundIntent | undefined): Wish {
  const tokens = clause.split(' ').filter((token) => token !== '');
  const intentWords = new Set(found?.matched.split(' ').filter((word) => patternWords.has(word)) ?? []);
  const reading: Reading = {
    slots: {},
    excludeColours: [],
    exclude: [],
    words: [],
    strange: [],
    ordinals: [],
  };
  const named = namedIn(tokens, intentWords, lexicon);
  const refused = refusedOf(named, tokens, found?.intent);
  for (let index = 0; index < tokens.length; ) {
    const entry = named.get(index);
    if (entry !== undefined) {
      const said = tokens.slice(index, index + entry.length);
      takeMeaning(reading, entry.meaning, said, refused.has(index), lexicon);
      index += entry.length;
    } else {
      takeToken(reading, tokens, index, lexicon);
      index += 1;
    }
  }
  const { slots, ordinals: said, excludeColours, exclude, words, strange, quantity, number, code } = reading;
  const ordinal = said.at(-1);
  if (isSizeOf(reading, found, lexicon)) slots.size = `${number}`;
  const sizeStep = sizeStepOf(tokens);
  return {
    intent: found?.intent,
    ...(slots.productType !== undefined && { productType: slots.productType }),
    ...(reading.kind !== undefined && { kind: reading.kind }),
    ...(slots.department !== undefined && { department: slots.department }),
    ...(slots.colour !== undefined && { colour: slots.colour }),
    ...(slots.size !== undefined && { size: slots.size }),
    ...(sizeStep !== undefined && { sizeStep }),
    ...(slots.fabric !== undefined && { fabric: slots.fabric }),
    ...(slots.occasion !== undefined && { occasion: slots.occasion }),
    ...(ordinal !== undefined && { ordinal }),
    ordinals: said,
    ...(quantity !== undefined && { quantity }),
    ...(number !== undefined && slots.size !== `${number}` && { number }),
    ...(code !== undefined && { code }),
    excludeColours,
    // `Kurta, not kurti` is said of two words for one thing.
    exclude: exclude.filter((value) => value !== slots.productType),
    price: {},
    pointing: tokens.some((token) => pronouns.has(token)),
    fresh: tokens.some((token) => freshWords.has(token)),
    definite: tokens.some((token) => articles.has(token)),
    lot: tokens.some((token) => wholeLot.has(token)),
    words,
    strange,
    heard: tokens.map(singular),
  };
}

/** `Black trousers 32` names a size; `add 30 jeans` does not. */
const isSizeOf = (
  { slots, number }: Reading,
  found: FoundIntent | undefined,
  { phrases }: Lexicon,
): boolean =>
  number !== undefined &&
  slots.size === undefined &&
  slots.productType !== undefined &&
  !counting.has(found?.intent) &&
  phrases.get(`${number}`)?.slot === 'size';
const counting: ReadonlySet<Intent | undefined> = new Set(['add', 'quantity', 'one-more', 'worker']);

function takeMeaning(
  reading: Reading,
  { slot, value, kind }: Meaning,
  said: readonly string[],
  refused: boolean,
  { titleWords }: Lexicon,
): void {
  const { slots, words } = reading;
  if (refused) {
    (slot === 'colour' ? reading.excludeColours : reading.exclude).push(kind ?? value);
  } else if (slot === 'word' || slot === 'pattern' || slot === 'brand') {
    // What titles of this shop say is found by that word.
    const [only] = said;
    words.push(
      slot === 'word' && said.length === 1 && only !== undefined && titleWords.has(only) ? only : value,
    );
  } else if (slot === 'productType' && slots.productType !== undefined && slots.productType !== value) {
    // Of a compound the last word is the garment: a saree blouse.
    words.push(slots.productType);
    if (reading.kind !== undefined) words.splice(words.indexOf(reading.kind), 1);
    slots.productType = value;
    takeKind(reading, kind);
  } else {
    if (slot === 'productType' && slots.productType === undefined) takeKind(reading, kind);
    slots[slot] ??= value;
  }
}

function takeKind(reading: Reading, kind: string | undefined): void {
  delete reading.kind;
  if (kind === undefined) return;
  reading.kind = kind;
  reading.words.push(kind);
}

function takeToken(reading: Reading, tokens: readonly string[], index: number, lexicon: Lexicon): void {
  const token = tokens[index] ?? '';
  const before = tokens[index - 1] ?? '';
  if (/^[a-z]{2,}-?\d{2,}$/u.test(token) || /^[a-z]{1,6}-\d{3,}$/u.test(token)) {
    reading.code = token.toUpperCase();
  } else if (ordinals[token] !== undefined) {
    if (!isPastTime(tokens, index)) reading.ordinals.push(ordinals[token]);
  } else if (/^[-−]\d+$/u.test(token)) reading.quantity = Number(token.replace('−', '-'));
  else if (/^\d{1,15}$/u.test(token)) takeFigure(reading, tokens, index, lexicon);
  else if (sizeWords.has(before) && /^(?:x+|\d+x)[sl]$/u.test(token)) {
    reading.slots.size ??= token.toUpperCase();
  } else if (numberWords[token] !== undefined && !isLittleWord(tokens, index)) {
    reading.quantity = numberWords[token];
  } else if (isOfTitle(tokens, index, lexicon)) {
    reading.words.push(token);
  } else if (isStrange(token)) reading.strange.push(token);
}

function takeFigure(reading: Reading, tokens: readonly string[], index: number, { phrases }: Lexicon): void {
  const token = tokens[index] ?? '';
  const before = tokens[index - 1] ?? '';
  const told = sizeLeads.has(before) || afterSizes.has(tokens[index + 1] ?? '');
  const sized = told ? phrases.get(`size ${token}`) : undefined;
  if (sized !== undefined) reading.slots.size ??= sized.value;
  else if (sizeWords.has(before)) reading.slots.size ??= token;
  else if (Number(token) > largestSize || counted.has(tokens[index + 1] ?? ''))
    reading.quantity = Number(token);
  else reading.number = Number(token);
}

/** `Straight` is a word of titles beside another one (`straight jeans`), and says nothing of a piece in `straight away`. */
function isOfTitle(tokens: readonly string[], index: number, { titleWords, phrases }: Lexicon): boolean {
  const token = tokens[index] ?? '';
  if (!titleWords.has(token) || fillers.has(token)) return false;
  if (!patternWords.has(token) && !commonWords.has(token)) return true;
  return (
    [tokens[index - 1], tokens[index + 1]].some(
      (near) =>
        near !== undefined &&
        !fillers.has(near) &&
        (titleWords.has(near) || phrases.get(near)?.slot === 'productType'),
    ) || ['one', 'ones'].includes(tokens[index + 1] ?? '')
  );
}

const isStrange = (token: string): boolean =>
  !fillers.has(token) &&
  !commonWords.has(token) &&
  !patternWords.has(token) &&
  !pronouns.has(token) &&
  !wholeLot.has(token) &&
  !isSizeStep(token);

/** `Last week`, and `my last order`: no place in a list. */
const isPastTime = (tokens: readonly string[], index: number): boolean =>
  tokens[index] === 'last' && pastTimes.has(tokens[index + 1] ?? '');
const pastTimes = new Set(
  'week weekend month year night time order orders purchase purchases few visit saturday sunday monday tuesday wednesday thursday friday'.split(
    ' ',
  ),
);

/** A larger number is a quantity, however impossible. */
const largestSize = 99_999;
const articles = new Set(['the', 'that', 'this', 'those', 'these']);
const freshWords = new Set(['something', 'kuch', 'kuchh', 'कुछ', 'algo', 'شيء', 'شيءا']);

function longest(tokens: readonly string[], index: number, lexicon: Lexicon): Named | undefined {
  for (let length = Math.min(4, tokens.length - index); length > 0; length -= 1) {
    const meaning = lexicon.phrases.get(tokens.slice(index, index + length).join(' '));
    if (meaning !== undefined) return { meaning, length };
  }
  return undefined;
}
