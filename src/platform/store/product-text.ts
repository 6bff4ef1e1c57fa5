import type { PackedProduct } from '../../contracts/packed-product.ts';
import { wordsOf } from '../../core/search/words.ts';

const join = (texts: readonly string[]): string => wordsOf(texts.join(' ')).join(' ');

/** What the full-text index knows of a product, by column of `productText`. */
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
