import type { Lexicon, Meaning } from './lexicon.ts';
import { normalise } from './normalise.ts';

/** `one` points, and `do` and `दो` after another verb ask for something to be done: none of them counts pieces there. */
export function isLittleWord(tokens: readonly string[], index: number): boolean {
  const token = tokens[index] ?? '';
  if (token === 'one' || token === 'ek') return true;
  if (token !== 'do' && token !== 'दो') return false;
  const next = tokens[index + 1] ?? '';
  const counts = counted.has(next) || (index === 0 && handled.has(next));
  return !counts && (token === 'do' || (index > 0 && index === tokens.length - 1));
}

/** After a number: it counts pieces. */
export const counted = new Set(
  'of more x piece pieces peace units pcs pc set sets पीस नग पीसेज piezas prendas unidades قطع قطعه حبات حبه'.split(
    ' ',
  ),
);
/** After a number of pieces that something is to be done with: `do kar do`. */
const handled = new Set('kar daal de chahiye le rakh aurbhi कर डाल दे चाहिए ले रख औरभी'.split(' '));

/** What follows is a size, known or not. */
export const sizeWords = new Set(
  ['size', 'talla', 'tallas', 'numero', 'مقاس', 'بمقاس', 'قياس', 'بقياس', 'साइज'].map(normalise),
);

/** What comes before is one: `8 number`. */
export const afterSizes = new Set([...sizeWords, 'number', 'नंबर', 'नम्बर'].map(normalise));

const bagLeads = new Set([
  'my',
  'your',
  'the',
  'to',
  'in',
  'into',
  'mera',
  'mere',
  'apna',
  'apne',
  'मेरा',
  'मेरे',
  'अपना',
  'अपने',
]);
const bagTails = new Set(
  'mein me main se ka ki ko wala wali wale khali में से का की को वाला वाली वाले खाली'.split(' '),
);
export const sizeLeads = new Set([
  ...sizeWords,
  'in',
  'uk',
  'eu',
  'waist',
  'mein',
  'me',
  'en la',
  'talle',
  'kamar',
  'कमर',
  'cintura',
  'خصر',
]);

const sizeTails = new Set(
  ['mein', 'me', 'में', 'size', 'waist', 'number', 'नंबर', 'नम्बर', 'साइज', 'wali', 'wala'].map(normalise),
);

/** `Bhai, ek shirt dikhana`: who is spoken to, not who it is for. */
const isAddressed = (tokens: readonly string[], index: number): boolean =>
  tokens.length > 1 &&
  (index === 0 || index === tokens.length - 1) &&
  addressed.has(tokens[index] ?? '') &&
  !forWhom.has(tokens[index + 1] ?? '');
const addressed = new Set(
  'bhai bhaiya didi beta uncle aunty auntie madam भाई भैया दीदी बेटा अंकल आंटी senor senora senorita chica chico اخوي اختي ابني بنتي'.split(
    ' ',
  ),
);
const forWhom = new Set('ke ki ka ko के की का को'.split(' '));

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
  if (isAddressed(tokens, index)) return true;
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
  if (entry.meaning.slot === 'size')
    return token.length > 3 && entry.meaning.value !== 'M' && intentWords.has(token);
  if (
    (token === 'bag' || token === 'बैग') &&
    (bagLeads.has(tokens[index - 1] ?? '') || bagTails.has(tokens[index + 1] ?? ''))
  )
    return true;
  return intentWords.has(token) && (token === 'bag' || token === 'बैग' || token === 'try' || token === 'work');
}
