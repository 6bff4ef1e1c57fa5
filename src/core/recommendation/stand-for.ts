import type { ProductSummary, Variant } from '../../contracts/catalogue.ts';
import { colourHarmony } from './colour-harmony.ts';
import type { Candidate } from './rank.ts';
import { type KnownSizes, usualSize } from './usual-size.ts';

/**
 * The summary of a product, standing for the variant that suits the shopper: in stock, in their size, in a colour that they
 * like or that goes with the rest. `available` gives units in this shop.
 */
export function standFor(
  { summary, product }: Candidate,
  wish: { readonly sizes: KnownSizes; readonly colours: readonly string[] },
  available: (sku: string) => number,
): ProductSummary {
  const size = usualSize(product.productType, summary.sizes, wish.sizes);
  const suits = (variant: Variant) =>
    (size !== undefined && variant.size === size ? 2 : 0) + colourScore(variant.colour, wish.colours);
  const [best] = product.variants
    .filter((variant) => available(variant.sku) > 0)
    .map((variant) => ({ variant, score: suits(variant) }))
    .sort(
      (a, b) =>
        b.score - a.score || Number(b.variant.sku === summary.sku) - Number(a.variant.sku === summary.sku),
    );
  if (!best) return summary;
  const { sku, price, compareAtPrice, image } = best.variant;
  return { ...summary, sku, price, compareAtPrice, image: image ?? summary.image };
}

function colourScore(colour: string | null, liked: readonly string[]): number {
  if (colour === null || liked.length === 0) return 0;
  if (liked.some((one) => one.toLowerCase() === colour.toLowerCase())) return 1;
  return liked.reduce((most, one) => Math.max(most, 0.9 * colourHarmony(colour, one)), 0);
}
