import type { Intent } from './intent-names.ts';
import { patternWords } from './intents.ts';
import type { Lexicon, Meaning } from './lexicon.ts';
import { isSizeStep, sizeStepOf } from './size-steps.ts';
import type { Wish } from './wish.ts';
import {
  fillers,
  negations,
  negationsAfter,
  numberWords,
  ordinals,
  pronouns,
  wholeLot,
} from './words/small-words.ts';

/** What a clause says beside its intent. */
export function wishIn(
  clause: string,
  lexicon: Lexicon,
  found: { readonly intent: Intent; readonly matched: string } | undefined,
): Wish {
  const tokens = clause.split(' ').filter((token) => token !== '');
  const intentWords = new Set(found?.matched.split(' ').filter((word) => patternWords.has(word)) ?? []);
  const slots: Partial<Record<Meaning['slot'], string>> = {};
  const excludeColours: string[] = [];
  const exclude: string[] = [];
  const words: string[] = [];
  const said: number[] = [];
  let quantity: number | undefined;
  let number: number | undefined;
  let code: string | undefined;
  let excluding = false;
  for (let index = 0; index < tokens.length; ) {
    const token = tokens[index] ?? '';
    const entry = longest(tokens, index, lexicon);
    if (entry !== undefined && !isMisread(entry, tokens, index, intentWords, lexicon)) {
      const next = tokens[index + entry.length] ?? '';
      if (
        entry.meaning.slot === 'colour' &&
        (excluding || negated(tokens, index) || negationsAfter.has(next))
      ) {
        excludeColours.push(entry.meaning.value);
        excluding = true;
      } else if (
        excludable.has(entry.meaning.slot) &&
        (found === undefined || searching.has(found.intent)) &&
        (excluding || negated(tokens, index) || negationsAfter.has(next))
      ) {
        exclude.push(entry.meaning.value);
        excluding = true;
      } else if (
        entry.meaning.slot === 'word' ||
        entry.meaning.slot === 'pattern' ||
        entry.meaning.slot === 'brand'
      ) {
        words.push(entry.meaning.value);
        excluding = false;
      } else {
        slots[entry.meaning.slot] ??= entry.meaning.value;
        excluding = false;
      }
      index += entry.length;
      continue;
    }
    if (token !== 'or' && token !== 'ya' && token !== 'o' && token !== 'nor') excluding = false;
    if (/^[a-z]{2,}-?\d{2,}$/u.test(token) || /^[a-z]{1,6}-\d{3,}$/u.test(token)) code = token.toUpperCase();
    else if (ordinals[token] !== undefined) said.push(ordinals[token]);
    else if (/^[-−]\d+$/u.test(token)) quantity = Number(token.replace('−', '-'));
    else if (/^\d{1,15}$/u.test(token)) {
      const sized = sizeLeads.has(tokens[index - 1] ?? '') ? lexicon.phrases.get(`size ${token}`) : undefined;
      if (sized !== undefined) slots.size ??= sized.value;
      else if (sizeWords.has(tokens[index - 1] ?? '')) slots.size ??= token;
      else if (Number(token) > largestSize || counted.has(tokens[index + 1] ?? '')) quantity = Number(token);
      else number = Number(token);
    } else if (sizeWords.has(tokens[index - 1] ?? '') && /^(?:x+|\d+x)[sl]$/u.test(token)) {
      slots.size ??= token.toUpperCase();
    } else if (numberWords[token] !== undefined && !isLittleWord(tokens, index)) {
      quantity = numberWords[token];
    } else if (
      !fillers.has(token) &&
      !patternWords.has(token) &&
      !pronouns.has(token) &&
      !wholeLot.has(token) &&
      !isSizeStep(token)
    ) {
      words.push(token);
    }
    index += 1;
  }
  const ordinal = said.at(-1);
  const sizeStep = sizeStepOf(tokens);
  return {
    intent: found?.intent,
    ...(slots.productType === undefined ? {} : { productType: slots.productType }),
    ...(slots.department === undefined ? {} : { department: slots.department }),
    ...(slots.colour === undefined ? {} : { colour: slots.colour }),
    ...(slots.size === undefined ? {} : { size: slots.size }),
    ...(sizeStep === undefined ? {} : { sizeStep }),
    ...(slots.fabric === undefined ? {} : { fabric: slots.fabric }),
    ...(slots.occasion === undefined ? {} : { occasion: slots.occasion }),
    ...(ordinal === undefined ? {} : { ordinal }),
    ordinals: said,
    ...(quantity === undefined ? {} : { quantity }),
    ...(number === undefined ? {} : { number }),
    ...(code === undefined ? {} : { code }),
    excludeColours,
    exclude,
    price: {},
    pointing: tokens.some((token) => pronouns.has(token)),
    fresh: tokens.some((token) => freshWords.has(token)),
    lot: tokens.some((token) => wholeLot.has(token)),
    words,
  };
}

/** `one` points, and `do` and `दो` after another verb ask for something to be done: none of them counts pieces there. */
function isLittleWord(tokens: readonly string[], index: number): boolean {
  const token = tokens[index] ?? '';
  return (
    token === 'one' ||
    token === 'do' ||
    token === 'ek' ||
    (token === 'दो' && index > 0 && index === tokens.length - 1)
  );
}

function longest(
  tokens: readonly string[],
  index: number,
  lexicon: Lexicon,
): { readonly meaning: Meaning; readonly length: number } | undefined {
  for (let length = Math.min(4, tokens.length - index); length > 0; length -= 1) {
    const meaning = lexicon.phrases.get(tokens.slice(index, index + length).join(' '));
    if (meaning !== undefined) return { meaning, length };
  }
  return undefined;
}

const negated = (tokens: readonly string[], index: number): boolean =>
  [1, 2].some((back) => {
    const before = tokens[index - back];
    const between = back === 1 ? undefined : tokens[index - 1];
    return before !== undefined && negations.has(before) && (between === undefined || fillers.has(between));
  });

const excludable: ReadonlySet<Meaning['slot']> = new Set([
  'fabric',
  'pattern',
  'productType',
  'occasion',
  'word',
]);
/** `I do not want the shirt` takes the shirt out of the bag instead. */
const searching: ReadonlySet<Intent> = new Set(['search', 'recommend', 'cheaper', 'more', 'stock', 'no']);
/** A larger number is a quantity, however impossible. */
const largestSize = 99_999;
/** What follows is a size, known or not. */
const sizeWords = new Set(['size', 'talla', 'numero', 'مقاس', 'بمقاس', 'साइज़', 'साइज']);

/** After a number: it counts pieces. */
const counted = new Set(['of', 'more', 'x', 'pieces', 'units', 'pcs']);
const bagLeads = new Set(['my', 'your', 'the', 'to', 'in', 'into', 'mera', 'mere']);
const bagTails = new Set(['mein', 'me', 'main']);
const freshWords = new Set(['something', 'anything', 'kuch', 'kuchh', 'कुछ', 'algo', 'شيء', 'شيءا']);

const sizeLeads = new Set([
  'size',
  'in',
  'uk',
  'eu',
  'waist',
  'talla',
  'numero',
  'مقاس',
  'بمقاس',
  'साइज़',
  'साइज',
  'mein',
  'me',
]);

/** `bag` the garment against `my bag`, and the number of a size against any other number. */
function isMisread(
  entry: { readonly meaning: Meaning; readonly length: number },
  tokens: readonly string[],
  index: number,
  intentWords: ReadonlySet<string>,
  { phrases }: Lexicon,
): boolean {
  const token = tokens[index] ?? '';
  if (entry.length > 1) return false;
  // A boyfriend shirt is a cut for women.
  if (token === 'boyfriend' && phrases.get(tokens[index + 1] ?? '')?.slot === 'productType') return true;
  if (entry.meaning.slot === 'size' && /^\d+$/u.test(token)) {
    const before = tokens[index - 1];
    return !(
      tokens.length === 1 ||
      (before !== undefined && sizeLeads.has(before)) ||
      intentWords.has('size')
    );
  }
  // `Too small` is a complaint, and no size.
  if (entry.meaning.slot === 'size') return token.length > 3 && intentWords.has(token);
  if (token === 'bag' && (bagLeads.has(tokens[index - 1] ?? '') || bagTails.has(tokens[index + 1] ?? '')))
    return true;
  return intentWords.has(token) && (token === 'bag' || token === 'try' || token === 'work');
}
