import type { PackedProduct } from '../../contracts/packed-product.ts';
import { wordsOf } from '../../core/search/words.ts';

/** What the index's own tokenizer cuts into the very words that `wordsOf` gives: ASCII without an apostrophe. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all that is of ASCII
const isPlain = /^[\x00-\x26\x28-\x7f]*$/;

function join(texts: readonly string[]): string {
  const text = texts.join(' ');
  return isPlain.test(text) ? text : wordsOf(text).join(' ');
}

/** What the full-text index is given of a product, by column of `productText`. */
export function productText(product: PackedProduct): {
  title: string;
  type: string;
  words: string;
  description: string;
} {
  const colours = new Set<string>();
  const sizes = new Set<string>();
  for (const [, , , size, colour] of product.variants) {
    if (colour !== null) colours.add(colour);
    if (size !== null) sizes.add(size);
  }
  const plainTags = product.tags.filter((tag) => !tag.includes(':'));
  return {
    title: join([product.title]),
    type: join([product.productType]),
    words: join([
      product.brand,
      product.department,
      ...plainTags,
      ...Object.values(product.attributes).flat(),
      ...colours,
      ...sizes,
    ]),
    description: join([product.description]),
  };
}
