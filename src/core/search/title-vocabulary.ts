import type { Vocabulary } from '../../contracts/catalogue.ts';
import { singulars, wordsOf } from './words.ts';

export interface TitledPiece {
  readonly title: string;
  readonly productType: string;
}

/** A word is of one garment where so many of a hundred titles that end in it are. */
const clearly = 80;

const singular = (word: string): string => singulars(word)[0] ?? word;

/** The words of titles, and those that titles end in as names for a kind of garment: a blazer is a jacket. */
export function titleVocabulary(pieces: readonly TitledPiece[]): Pick<Vocabulary, 'titleWords' | 'kinds'> {
  const titleWords = new Set<string>();
  const typeWords = new Set(pieces.flatMap(({ productType }) => wordsOf(productType).map(singular)));
  const endings = new Map<string, Map<string, number>>();
  for (const { title, productType } of pieces) {
    const words = wordsOf(title);
    for (const word of words) titleWords.add(word);
    const ending = singular(words.at(-1) ?? '');
    if (ending.length < 3 || typeWords.has(ending)) continue;
    const types = endings.get(ending) ?? new Map<string, number>();
    endings.set(ending, types.set(productType, (types.get(productType) ?? 0) + 1));
  }
  const kinds = [...endings].flatMap(([word, types]) => {
    const [most] = [...types].sort((left, right) => right[1] - left[1]);
    const all = [...types.values()].reduce((sum, count) => sum + count, 0);
    return most !== undefined && most[1] * 100 >= all * clearly ? [{ word, productType: most[0] }] : [];
  });
  return { titleWords: [...titleWords], kinds };
}
