import type { Product } from '../../contracts/catalogue.ts';
import { type PackedProduct, packProduct, unpackProduct } from '../../contracts/packed-product.ts';

/** A product as the column `product.document` keeps it. */
export const writeProduct = (product: Product): string => JSON.stringify(packProduct(product));

/** Also of a file that was written when products were kept as they are. */
export function readPackedProduct(document: string): PackedProduct {
  const known = JSON.parse(document) as PackedProduct | Product;
  return 'optionNames' in known ? known : packProduct(known);
}

export const readProduct = (document: string): Product => unpackProduct(readPackedProduct(document));
