import type { Intent } from './intent-names.ts';
import type { Meaning } from './lexicon.ts';
import { fillers, negations, negationsAfter } from './words/small-words.ts';

/** How many words may stand between a no and what it is about: `que no sea muy`. */
const reach = 3;

/** Hindi puts them between a word and its no: `सिल्क का नहीं`. */
const postpositions = new Set([
  'ka',
  'ki',
  'ke',
  'ko',
  'wala',
  'wali',
  'wale',
  'का',
  'की',
  'के',
  'को',
  'वाला',
  'वाली',
  'वाले',
  'में',
  'mein',
  'me',
]);

/** Whether the words at this place are what is not wanted. */
export function negated(tokens: readonly string[], index: number, length: number): boolean {
  const [next, following] = [tokens[index + length] ?? '', tokens[index + length + 1] ?? ''];
  if (negationsAfter.has(next) || (postpositions.has(next) && negationsAfter.has(following))) return true;
  for (let back = 1; back <= reach; back += 1) {
    const before = tokens[index - back];
    if (before === undefined) return false;
    if (negations.has(before)) return true;
    if (!fillers.has(before)) return false;
  }
  return false;
}

/** Whether a no takes such words out of a search, rather than something out of the bag. */
export const excludes = (slot: Meaning['slot'], intent: Intent | undefined): boolean =>
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
