import { z } from 'zod';
import type { Product, Variant } from '../../contracts/catalogue.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { PieceName } from '../../core/agent/tool.ts';
import { isShadeOf } from '../../core/search/colour-families.ts';
import type { Shop, VariantChoice } from '../../core/shop.ts';

/** The arguments by which every tool names a piece. */
export const choiceShape = {
  sku: z.string().min(1).max(64).optional().describe('Exact variant, from an earlier result.'),
  handle: z.string().min(1).max(255).optional().describe('Product key, from an earlier result.'),
  size: z.string().min(1).max(40).optional().describe('As the product lists it, e.g. M or 38.'),
  colour: z.string().min(1).max(40).optional().describe('As the product lists it, e.g. Navy.'),
};

const same = (left: string | null, right: string | undefined): boolean =>
  right === undefined || left?.toLowerCase() === right.toLowerCase();

const distinct = (values: readonly (string | null)[]): readonly string[] => [
  ...new Set(values.filter((value): value is string => value !== null)),
];

/** All variants that the choice leaves open; a size or colour that the product does not come in is `not-found`. */
export async function matchingVariants(
  shop: Shop,
  choice: VariantChoice,
): Promise<Result<{ readonly product: Product; readonly variants: readonly Variant[] }>> {
  if (choice.sku !== undefined) {
    const resolved = await shop.browsing.resolve({ sku: choice.sku });
    return resolved.ok
      ? succeed({ product: resolved.value.product, variants: [resolved.value.variant] })
      : resolved;
  }
  if (choice.handle === undefined) return unnamed();
  const found = await shop.browsing.product(choice.handle);
  if (!found.ok) return found;
  const product = found.value;
  const sized = product.variants.filter((variant) => same(variant.size, choice.size));
  const exact = sized.filter((variant) => same(variant.colour, choice.colour));
  // Shoppers say `blue` of what the shop calls Navy.
  const variants =
    exact.length > 0
      ? exact
      : sized.filter((variant) =>
          isShadeOf(choice.colour?.toLowerCase() ?? '', variant.colour?.toLowerCase() ?? ''),
        );
  if (variants.length > 0) return succeed({ product, variants });
  const sizes = distinct(product.variants.map((variant) => variant.size));
  const colours = distinct(product.variants.map((variant) => variant.colour));
  return fail(
    'not-found',
    `${product.title} does not come like that. Sizes: ${sizes.join(', ') || 'one size'}; colours: ${colours.join(', ') || 'one colour'}. Offer one of these.`,
    { reason: 'no-such-variant', details: { sizes, colours } },
  );
}

/** Exactly one variant, or a failure that says what is missing. */
export async function oneVariant(
  shop: Shop,
  choice: VariantChoice,
): Promise<Result<{ readonly product: Product; readonly variant: Variant }>> {
  if (choice.sku === undefined && choice.handle === undefined) return unnamed();
  return shop.browsing.resolve(choice);
}

export const nameOf = (product: Product, { size, colour }: Variant): PieceName => ({
  title: product.title,
  size,
  colour,
});

function unnamed(): ReturnType<typeof fail> {
  return fail(
    'invalid',
    'Say which piece: pass sku, or handle with size and colour, from an earlier result.',
    {
      reason: 'no-piece-named',
    },
  );
}
