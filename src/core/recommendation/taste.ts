import type { Product, Variant } from '../../contracts/catalogue.ts';
import type { Preferences } from '../../contracts/session.ts';
import type { KnownSizes } from './usual-size.ts';

/** What is known of a shopper when pieces are chosen for them. */
export interface Taste {
  readonly department: string | undefined;
  readonly sizes: KnownSizes;
  readonly colours: readonly string[];
  readonly occasion: string | undefined;
  /** Minor units. */
  readonly budget: number | undefined;
  /** Products in the cart or bought before: what to go with, not what to show again. */
  readonly chosen: readonly Product[];
}

/** How much of a shop's range each product type is, 0 to 1; what a shopper of whom nothing is known comes for. */
export type Prominence = ReadonlyMap<string, number>;

/** From the counts of a search over the whole range: the largest type has 1. */
export function prominenceOf(
  productTypes: readonly { readonly value: string; readonly count: number }[],
): Prominence {
  const most = productTypes.reduce((largest, { count }) => Math.max(largest, count), 1);
  return new Map(productTypes.map(({ value, count }) => [value, count / most]));
}

/** A piece that the shopper put into the cart or bought. */
export interface ChosenPiece {
  readonly product: Product;
  readonly variant: Variant;
}

/** Stated preferences lead; what they leave open is read from the pieces, the first ones counting most. */
export function tasteOf(
  preferences: Preferences,
  pieces: readonly ChosenPiece[],
  occasion: string | undefined,
): Taste {
  const worn: Record<string, string> = {};
  for (const { product, variant } of pieces) {
    if (variant.size !== null) worn[product.productType] ??= variant.size;
  }
  return {
    department: preferences.department ?? pieces[0]?.product.department,
    sizes: { ...worn, ...preferences.sizes },
    colours: preferences.colours,
    occasion: occasion ?? preferences.occasion,
    budget: preferences.budget,
    chosen: [...new Map(pieces.map(({ product }) => [product.handle, product])).values()],
  };
}
