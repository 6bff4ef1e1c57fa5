import type { Product } from '../../../../src/contracts/catalogue.ts';

export const shopId = 'shop';
/** How many of the first results count. */
export const shown = 20;

export interface Query {
  /** What the shopper meant, and what was typed. */
  readonly meant: readonly string[];
  readonly text: string;
  readonly size: string;
  readonly maximumPrice: number;
}

export interface Contender {
  readonly name: string;
  search(query: Query): Promise<readonly string[]> | readonly string[];
}

export const fits = (product: Product, { size, maximumPrice }: Query): boolean =>
  product.variants.some((variant) => variant.size === size && variant.price <= maximumPrice);

/** In stock, of a variant's number. */
export const unitsOf = (number: number): number => number % 4;
