import type { Product, ProductSummary, Variant } from '../../contracts/catalogue.ts';

/**
 * The card of a product for those of its variants that match a query, at least one. `units` gives what this shop has of
 * a variant.
 */
export function productSummary(
  product: Product,
  matching: readonly Variant[],
  units: (sku: string) => number,
): ProductSummary {
  const here = matching.filter(({ sku }) => units(sku) > 0);
  const shown = here[0] ?? matching[0];
  if (!shown) throw new Error(`${product.handle} has no variant to show`);
  return {
    handle: product.handle,
    title: product.title,
    productType: product.productType,
    department: product.department,
    price: Math.min(...matching.map(({ price }) => price)),
    compareAtPrice: shown.compareAtPrice,
    currency: product.currency,
    image: shown.image ?? product.images[0]?.source ?? null,
    colours: distinct(product.variants.map(({ colour }) => colour)),
    sizes: distinct(product.variants.map(({ size }) => size)),
    sizesHere: distinct(here.map(({ size }) => size)),
    availableHere: matching.reduce((sum, { sku }) => sum + units(sku), 0),
    sku: shown.sku,
  };
}

const distinct = (values: readonly (string | null)[]) => [
  ...new Set(values.filter((value) => value !== null)),
];
