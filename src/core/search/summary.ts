import type { ProductSummary } from '../../contracts/catalogue.ts';
import type { Dictionaries } from './filters.ts';
import type { IndexedVariant, Match } from './product-index.ts';

/** The card of a match. The price is the lowest, the picture that of the variant it stands for. */
export function summarise(
  { product, variants, available, lowestPrice }: Match,
  units: Int32Array | undefined,
  { departments, productTypes, sizes, colours }: Dictionaries,
): ProductSummary {
  const isHere = (variant: IndexedVariant): boolean => (units?.[variant.ordinal] ?? 0) > 0;
  const representative = variants.find(isHere) ?? variants[0];
  if (representative === undefined) throw new Error(`${product.handle} has no matching variant`);
  const cheapest = variants.find((variant) => variant.price === lowestPrice) ?? representative;
  const sizeNames = (some: readonly IndexedVariant[]): string[] =>
    [...new Set(some.map((variant) => variant.size))].filter((id) => id >= 0).map((id) => sizes.value(id));
  return {
    handle: product.handle,
    title: product.title,
    productType: productTypes.value(product.productType),
    department: departments.value(product.department),
    price: cheapest.price,
    compareAtPrice: cheapest.compareAtPrice,
    currency: product.currency,
    image: representative.image ?? product.image,
    colours: [...new Set(variants.map((variant) => variant.colour))]
      .filter((id) => id >= 0)
      .map((id) => colours.value(id)),
    sizes: sizeNames(variants),
    sizesHere: sizeNames(variants.filter(isHere)),
    availableHere: available,
    sku: representative.sku,
  };
}
