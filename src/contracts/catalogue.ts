import { z } from 'zod';
import { currencyCode, minorUnits } from './money.ts';
import { handle, sku } from './primitives.ts';
import { sizeChart } from './size-chart.ts';

/** `illustration:<garment>/<colour>/<pattern>` is drawn on demand; `https:` and hub paths are photos. */
export const imageSource = z.string().min(1).max(2048);

export const variant = z.object({
  sku,
  /** Small integer, given once by the hub and never reused: the variant's name inside a capsule. */
  number: z.int().positive(),
  handle,
  /** GTIN, 14 digits, left-padded; null where the retailer has none. */
  barcode: z.string().nullable(),
  size: z.string().nullable(),
  colour: z.string().nullable(),
  /** All options in the product's order, size and colour included. */
  options: z.array(z.object({ name: z.string(), value: z.string() })).readonly(),
  price: minorUnits.nonnegative(),
  compareAtPrice: minorUnits.nonnegative().nullable(),
  image: imageSource.nullable(),
});
export type Variant = z.infer<typeof variant>;

export const product = z.object({
  handle,
  title: z.string(),
  /** Plain text. */
  description: z.string(),
  brand: z.string(),
  /** The garment in the retailer's words, e.g. `Kurta`. */
  productType: z.string(),
  /** `women`, `men`, `children` or `unisex`. */
  department: z.string(),
  tags: z.array(z.string()).readonly(),
  /** From tags of the form `name:value`: fabric, pattern, occasion, fit … */
  attributes: z.record(z.string(), z.array(z.string())),
  currency: currencyCode,
  images: z.array(z.object({ source: imageSource, alt: z.string() })).readonly(),
  /** Absent where its maker gives none. */
  sizeChart: sizeChart.optional(),
  variants: z.array(variant).readonly(),
});
export type Product = z.infer<typeof product>;

export const searchSort = z.enum(['relevance', 'price-ascending', 'price-descending', 'newest']);

export const searchQuery = z.object({
  /** Free words, typos welcome. */
  text: z.string().max(200).optional(),
  department: z.string().optional(),
  productType: z.string().optional(),
  size: z.string().optional(),
  colour: z.string().optional(),
  excludeColours: z.array(z.string()).optional(),
  /** Fabrics, patterns, garments or occasions that the pieces must not have. */
  exclude: z.array(z.string().max(60)).max(12).optional(),
  occasion: z.string().optional(),
  fabric: z.string().optional(),
  /** Inclusive, minor units. */
  minimumPrice: minorUnits.nonnegative().optional(),
  maximumPrice: minorUnits.nonnegative().optional(),
  /** Only what this shop has on its floor now, in the size and colour asked for. */
  inStock: z.boolean().optional(),
  sort: searchSort.optional(),
  limit: z.int().min(1).max(100).optional(),
  offset: z.int().nonnegative().optional(),
});
export type SearchQuery = z.infer<typeof searchQuery>;

/** A product as a card shows it: cheapest matching variant, and what this shop has of the matching ones. */
export const productSummary = z.object({
  handle,
  title: z.string(),
  productType: z.string(),
  department: z.string(),
  price: minorUnits,
  compareAtPrice: minorUnits.nullable(),
  currency: currencyCode,
  image: imageSource.nullable(),
  colours: z.array(z.string()).readonly(),
  sizes: z.array(z.string()).readonly(),
  /** Sizes with at least one unit available in this shop. */
  sizesHere: z.array(z.string()).readonly(),
  /** Units available in this shop over all matching variants. */
  availableHere: z.int(),
  /** The variant the card stands for: the first match, in stock before not. */
  sku,
});
export type ProductSummary = z.infer<typeof productSummary>;

export const facetValue = z.object({ value: z.string(), count: z.int() });
export const searchResult = z.object({
  total: z.int(),
  items: z.array(productSummary).readonly(),
  /** Set where a word was not in the vocabulary and a near one was used. */
  corrections: z.array(z.object({ from: z.string(), to: z.string() })).readonly(),
  /** Counted over the matches before paging. */
  facets: z.object({
    department: z.array(facetValue).readonly(),
    productType: z.array(facetValue).readonly(),
    size: z.array(facetValue).readonly(),
    colour: z.array(facetValue).readonly(),
  }),
});
export type SearchResult = z.infer<typeof searchResult>;

/** The shop's own words, from its catalogue: what the offline planner and the filters know. */
export const vocabulary = z.object({
  departments: z.array(z.string()).readonly(),
  productTypes: z.array(z.string()).readonly(),
  colours: z.array(z.string()).readonly(),
  sizes: z.array(z.string()).readonly(),
  fabrics: z.array(z.string()).readonly(),
  occasions: z.array(z.string()).readonly(),
  patterns: z.array(z.string()).readonly(),
  brands: z.array(z.string()).readonly(),
  /** Every word of a title, folded. */
  titleWords: z.array(z.string()).readonly(),
  /** What titles call garments beside their types, in the singular: a blazer is a jacket. */
  kinds: z.array(z.object({ word: z.string(), productType: z.string() })).readonly(),
});
export type Vocabulary = z.infer<typeof vocabulary>;
