import type { Product, ProductSummary, SearchQuery, Variant } from '../../contracts/catalogue.ts';
import type { CatalogueReader } from '../ports/catalogue.ts';
import { productSummary } from '../shop/product-summary.ts';
import { closeness } from './closeness.ts';
import { vocabularyOf } from './vocabulary-of.ts';

/** `CatalogueReader` over a list, slow and simple. `available` gives the units of a variant in a shop. */
export function createInMemoryCatalogue(
  products: readonly Product[],
  available: (storeId: string, sku: string) => number,
): CatalogueReader {
  const all = products.flatMap((product) => product.variants);
  const bySku = new Map(all.map((variant) => [variant.sku, variant]));
  const byHandle = new Map(products.map((product) => [product.handle, product]));
  return {
    async search(storeId, query) {
      const matches = products.flatMap((product) => {
        const rank = relevance(product, query.text);
        const units = (sku: string) => available(storeId, sku);
        const variants = product.variants.filter(
          (variant) => variantMatches(variant, query) && (query.inStock !== true || units(variant.sku) > 0),
        );
        if (rank === 0 || variants.length === 0 || !productMatches(product, query)) return [];
        return [{ rank, item: productSummary(product, variants, units) }];
      });
      const sorted = matches.sort((a, b) => compare(query.sort, a, b)).map(({ item }) => item);
      const offset = query.offset ?? 0;
      return {
        total: sorted.length,
        items: sorted.slice(offset, offset + (query.limit ?? 24)),
        corrections: [],
        facets: {
          department: count(sorted.map((item) => item.department)),
          productType: count(sorted.map((item) => item.productType)),
          size: count(sorted.flatMap((item) => item.sizes)),
          colour: count(sorted.flatMap((item) => item.colours)),
        },
      };
    },
    product: async (handle) => byHandle.get(handle),
    products: async (handles) => handles.flatMap((handle) => byHandle.get(handle) ?? []),
    variant: async (sku) => bySku.get(sku),
    variants: async (skus) => skus.flatMap((sku) => bySku.get(sku) ?? []),
    variantByBarcode: async (barcode) =>
      all.find((variant) => variant.barcode !== null && variant.barcode === barcode.padStart(14, '0')),
    variantsByNumber: async (numbers) =>
      numbers.flatMap((number) => all.find((variant) => variant.number === number) ?? []),
    vocabulary: async () => vocabularyOf(products),
  };
}

const same = (a: string | null | undefined, b: string) => a?.toLowerCase() === b.toLowerCase();

function variantMatches(variant: Variant, query: SearchQuery): boolean {
  return (
    (query.size === undefined || same(variant.size, query.size)) &&
    (query.colour === undefined || same(variant.colour, query.colour)) &&
    !(query.excludeColours ?? []).some((colour) => same(variant.colour, colour)) &&
    variant.price >= (query.minimumPrice ?? 0) &&
    variant.price <= (query.maximumPrice ?? Number.MAX_SAFE_INTEGER)
  );
}

function productMatches(product: Product, query: SearchQuery): boolean {
  const has = (name: string, wanted: string | undefined) =>
    wanted === undefined || (product.attributes[name] ?? []).some((value) => same(value, wanted));
  return (
    (query.department === undefined || same(product.department, query.department)) &&
    (query.productType === undefined || same(product.productType, query.productType)) &&
    has('occasion', query.occasion) &&
    has('fabric', query.fabric)
  );
}

/** 1 when nothing is asked for, 0 when a word has nothing near it. */
function relevance(product: Product, text = ''): number {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const own =
    `${product.title} ${product.productType} ${product.department} ${product.tags.join(' ')} ${product.variants
      .map((variant) => variant.colour ?? '')
      .join(' ')}`
      .toLowerCase()
      .split(/[\s:]+/);
  const scores = words.map((word) => Math.max(...own.map((one) => closeness(word.replace(/s$/, ''), one))));
  return scores.every((score) => score >= 0.55) ? scores.reduce((sum, score) => sum + score, 1) : 0;
}

interface Match {
  readonly rank: number;
  readonly item: ProductSummary;
}

function compare(sort: SearchQuery['sort'], a: Match, b: Match): number {
  if (sort === 'price-ascending') return a.item.price - b.item.price;
  if (sort === 'price-descending') return b.item.price - a.item.price;
  return b.rank - a.rank;
}

function count(values: readonly string[]): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, number]) => ({ value, count: number })).sort((a, b) => b.count - a.count);
}
