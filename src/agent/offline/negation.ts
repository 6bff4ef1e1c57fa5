import type { Intent } from './intent-names.ts';
import type { Meaning } from './lexicon.ts';
import { fillers, negations, negationsAfter } from './words/small-words.ts';

/** What some tokens mean. */
export interface Named {
  readonly meaning: Meaning;
  readonly length: number;
}

/** How many words may stand between a no and what it is about: `que no sea muy`. */
const reach = 3;

/** Where what is not wanted begins. Of garments of a kind only the kind is: `no silk sarees`, `laal saree nahi`. */
export function refusedOf(
  named: ReadonlyMap<number, Named>,
  tokens: readonly string[],
  intent: Intent | undefined,
): ReadonlySet<number> {
  const refused = new Set<number>();
  const slotAt = (index: number) => named.get(index)?.meaning.slot;
  for (const [index, { meaning, length }] of named) {
    const before = placeBefore(named, tokens, index);
    const goesOn =
      before !== undefined && refused.has(before) && !negationsAfter.has(tokens[index - 1] ?? '');
    if (!(goesOn || negated(tokens, index, length)) || !excludes(meaning.slot, intent)) continue;
    refused.add(index);
    if (!negationsAfter.has(wordAfter(tokens, index + length))) continue;
    for (let back = before; back !== undefined; back = placeBefore(named, tokens, back)) {
      if (!qualities.has(slotAt(back))) break;
      if (meaning.slot !== 'productType' && !endsInOr(named, tokens, back)) break;
      refused.add(back);
    }
  }
  const kinds = [...refused].some((index) => qualities.has(slotAt(index)));
  for (const index of kinds ? [...refused] : []) if (slotAt(index) === 'productType') refused.delete(index);
  return refused;
}

const qualities: ReadonlySet<Meaning['slot'] | undefined> = new Set([
  'colour',
  'fabric',
  'pattern',
  'occasion',
  'word',
]);

const endOf = (named: ReadonlyMap<number, Named>, index: number): number =>
  index + (named.get(index)?.length ?? 1);
const endsInOr = (named: ReadonlyMap<number, Named>, tokens: readonly string[], index: number): boolean =>
  alternatives.has(tokens[endOf(named, index)] ?? '');

/** What is named right before, with no more than little words between: `silk ki saree`, `black or blue`. */
function placeBefore(
  named: ReadonlyMap<number, Named>,
  tokens: readonly string[],
  index: number,
): number | undefined {
  const before = [...named.keys()].findLast((place) => place < index);
  if (before === undefined) return undefined;
  const between = tokens.slice(endOf(named, before), index);
  return between.every((token) => linking.has(token)) ? before : undefined;
}

/** Between two that are not wanted. */
const alternatives = new Set(['or', 'ya', 'aur', 'o', 'u', 'ni', 'nor', 'y', 'और', 'या', 'او', 'ولا', 'و']);
/** Within what is one garment. */
const linking = new Set([
  ...alternatives,
  ...[
    'ki',
    'ka',
    'ke',
    'wala',
    'wali',
    'wale',
    'rang',
    'colour',
    'color',
    'की',
    'का',
    'के',
    'वाला',
    'वाली',
    'वाले',
    'रंग',
  ],
  ...['de', 'en', 'لون', 'من', 'of', 'in'],
]);

/** The word after, but for those that stand between it and a no. */
function wordAfter(tokens: readonly string[], index: number): string {
  const token = tokens[index] ?? '';
  return trailing.has(token) ? (tokens[index + 1] ?? '') : token;
}
const trailing = new Set([
  'ko',
  'ke',
  'रंग',
  'rang',
  'को',
  'के',
  'colour',
  'color',
  'ka',
  'का',
  'wala',
  'wali',
  'वाला',
  'वाली',
  'bilkul',
  'bhi',
]);

/** Whether the words at this place are what is not wanted. */
export function negated(tokens: readonly string[], index: number, length: number): boolean {
  if (negationsAfter.has(wordAfter(tokens, index + length))) return true;
  for (let back = 1; back <= reach; back += 1) {
    const before = tokens[index - back];
    if (before === undefined) return false;
    if (negations.has(before)) return true;
    if (!fillers.has(before)) return false;
  }
  return false;
}

/** Whether a no takes such words out of a search, rather than something out of the bag. */
const excludes = (slot: Meaning['slot'], intent: Intent | undefined): boolean =>
  slot === 'colour' || (excludable.has(slot) && (intent === undefined || searching.has(intent)));

const excludable: ReadonlySet<Meaning['slot']> = new Set([
  'fabric',
  'pattern',
  'productType',
  'occasion',
  'word',
]);
/** `I do not want the shirt` takes the shirt out of the bag instead. */
const searching: ReadonlySet<Intent> = new Set(['search', 'recommend', 'cheaper', 'more', 'stock', 'no']);
