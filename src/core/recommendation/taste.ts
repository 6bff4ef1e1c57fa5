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
