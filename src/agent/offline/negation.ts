import type { Intent } from './intent-names.ts';
import type { Meaning } from './lexicon.ts';
import { fillers, negations, negationsAfter } from './words/small-words.ts';

/** How many words may stand between a no and what it is about: `que no sea muy`. */
const reach = 3;

/** Whether the words at this place are what is not wanted. */
export function negated(tokens: readonly string[], index: number, length: number): boolean {
  if (negationsAfter.has(tokens[index + length] ?? '')) return true;
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
