import type { Lexicon, Meaning } from './lexicon.ts';

/** `one` points, and `do` and `दो` after another verb ask for something to be done: none of them counts pieces there. */
export function isLittleWord(tokens: readonly string[], index: number): boolean {
  const token = tokens[index] ?? '';
  return (
    token === 'one' ||
    token === 'do' ||
    token === 'ek' ||
    (token === 'दो' && index > 0 && index === tokens.length - 1)
  );
}

/** What follows is a size, known or not. */
export const sizeWords = new Set(['size', 'talla', 'numero', 'مقاس', 'بمقاس', 'साइज़', 'साइज']);

const bagLeads = new Set(['my', 'your', 'the', 'to', 'in', 'into', 'mera', 'mere']);
const bagTails = new Set(['mein', 'me', 'main']);
export const sizeLeads = new Set([
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

const sizeTails = new Set(['mein', 'me', 'में', 'size', 'waist', 'number', 'नंबर', 'नम्बर', 'साइज़', 'साइज']);

/** `bag` the garment against `my bag`, and the number of a size against any other number. */
export function isMisread(
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
      sizeTails.has(tokens[index + 1] ?? '') ||
      intentWords.has('size')
    );
  }
  // `Too small` is a complaint, and no size.
  if (entry.meaning.slot === 'size') return token.length > 3 && intentWords.has(token);
  if (token === 'bag' && (bagLeads.has(tokens[index - 1] ?? '') || bagTails.has(tokens[index + 1] ?? '')))
    return true;
  return intentWords.has(token) && (token === 'bag' || token === 'try' || token === 'work');
}
