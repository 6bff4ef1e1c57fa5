import type { SearchQuery, SearchResult, Vocabulary } from '../../contracts/catalogue.ts';
import type { PackedProduct } from '../../contracts/packed-product.ts';
import { createDictionary, createTally, type Dictionary } from './dictionary.ts';
import { compileFilters, type Dictionaries } from './filters.ts';
import { createOrdinals } from './ordinals.ts';
import { summarise } from './summary.ts';
import { collectVocabulary } from './vocabulary.ts';
import { wordsOf } from './words.ts';

export interface IndexedVariant {
  readonly sku: string;
  /** Place in the arrays of units by shop. */
  readonly ordinal: number;
  /** Number in the dictionary, or -1 for none; so is `colour`. */
  readonly size: number;
  readonly colour: number;
  readonly price: number;
  readonly compareAtPrice: number | null;
  readonly image: string | null;
}

export interface IndexedProduct {
  readonly id: number;
  readonly handle: string;
  readonly title: string;
  readonly currency: string;
  readonly image: string | null;
  /** Numbers in the dictionaries. */
  readonly department: number;
  readonly productType: number;
  readonly brand: number;
  readonly occasions: readonly number[];
  readonly fabrics: readonly number[];
  readonly patterns: readonly number[];
  readonly variants: readonly IndexedVariant[];
}

/** A product with those of its variants that fulfil the whole query, and their units in the shop. */
export interface Match {
  readonly product: IndexedProduct;
  readonly variants: readonly IndexedVariant[];
  readonly available: number;
  /** Of the matching variants, minor units. */
  readonly lowestPrice: number;
}

export interface ProductIndex {
  put(id: number, product: PackedProduct): void;
  remove(id: number): void;
  clear(): void;
  /** Units that a shop can promise or sell of a variant now. Unknown variants are remembered for later. */
  setAvailable(storeId: string, sku: string, units: number): void;
  /**
   * Filters, counts, sorts and pages. `candidates` are product ids, best first; undefined means all. A variant must
   * fulfil size, colour, price and stock by itself.
   */
  select(
    storeId: string,
    query: SearchQuery,
    candidates: readonly number[] | undefined,
  ): Pick<SearchResult, 'total' | 'items' | 'facets'>;
  /** The same object until a product changes. */
  vocabulary(): Vocabulary;
  /** Whether the (folded) word is part of a product type's name. */
  isGarment(word: string): boolean;
}

const defaultLimit = 24;

function compare(query: SearchQuery, byRelevance: boolean): ((a: Match, b: Match) => number) | undefined {
  switch (query.sort ?? 'relevance') {
    case 'price-ascending':
      return (a, b) => a.lowestPrice - b.lowestPrice || a.product.id - b.product.id;
    case 'price-descending':
      return (a, b) => b.lowestPrice - a.lowestPrice || a.product.id - b.product.id;
    case 'newest':
      return (a, b) => b.product.id - a.product.id;
    case 'relevance':
      // Without words nothing is more relevant than being on the rail.
      return byRelevance ? undefined : (a, b) => Number(b.available > 0) - Number(a.available > 0);
  }
}

export function createProductIndex(): ProductIndex {
  const products = new Map<number, IndexedProduct>();
  const ordinals = createOrdinals();
  const unitsByStore = new Map<string, Int32Array>();
  const dictionaries: Dictionaries = {
    departments: createDictionary(),
    productTypes: createDictionary(),
    sizes: createDictionary(),
    colours: createDictionary(),
    brands: createDictionary(),
    occasions: createDictionary(),
    fabrics: createDictionary(),
    patterns: createDictionary(),
  };
  const images = new Map<string, string>();
  const garmentWords = new Set<string>();
  /** Counted over all products: 10 ms of 10,000, which every turn of a conversation asks for. */
  let vocabulary: Vocabulary | undefined;

  /** One string object for each distinct picture: variants share them. */
  const intern = (image: string | null): string | null => {
    if (image === null) return null;
    const known = images.get(image);
    if (known !== undefined) return known;
    images.set(image, image);
    return image;
  };

  const match = (
    product: IndexedProduct,
    accepts: (variant: IndexedVariant) => boolean,
    units: Int32Array | undefined,
    inStock: boolean,
  ): Match | undefined => {
    const variants: IndexedVariant[] = [];
    let available = 0;
    let lowestPrice = Number.MAX_SAFE_INTEGER;
    for (const variant of product.variants) {
      if (!accepts(variant)) continue;
      const here = units?.[variant.ordinal] ?? 0;
      if (inStock && here <= 0) continue;
      variants.push(variant);
      available += here;
      if (variant.price < lowestPrice) lowestPrice = variant.price;
    }
    return variants.length === 0 ? undefined : { product, variants, available, lowestPrice };
  };

  return {
    put: (id, product) => {
      vocabulary = undefined;
      const attribute = (name: string, dictionary: Dictionary): readonly number[] =>
        (product.attributes[name] ?? []).map((value) => dictionary.add(value));
      for (const word of wordsOf(product.productType)) garmentWords.add(word);
      products.set(id, {
        id,
        handle: product.handle,
        title: product.title,
        currency: product.currency,
        image: intern(product.images[0]?.source ?? null),
        department: dictionaries.departments.add(product.department),
        productType: dictionaries.productTypes.add(product.productType),
        brand: dictionaries.brands.add(product.brand),
        occasions: attribute('occasion', dictionaries.occasions),
        fabrics: attribute('fabric', dictionaries.fabrics),
        patterns: attribute('pattern', dictionaries.patterns),
        variants: product.variants.map(
          ([sku, _number, _barcode, size, colour, _options, price, compareAtPrice, image]) => ({
            sku,
            ordinal: ordinals.of(sku),
            size: size === null ? -1 : dictionaries.sizes.add(size),
            colour: colour === null ? -1 : dictionaries.colours.add(colour),
            price,
            compareAtPrice,
            image: intern(image),
          }),
        ),
      });
    },

    remove: (id) => {
      vocabulary = undefined;
      products.delete(id);
    },

    clear: () => {
      vocabulary = undefined;
      products.clear();
      unitsByStore.clear();
    },

    setAvailable: (storeId, sku, units) => {
      const ordinal = ordinals.of(sku);
      let array = unitsByStore.get(storeId);
      if (array === undefined || ordinal >= array.length) {
        const larger = new Int32Array(Math.max(1024, ordinals.count() * 2));
        if (array !== undefined) larger.set(array);
        unitsByStore.set(storeId, larger);
        array = larger;
      }
      array[ordinal] = units;
    },

    select: (storeId, query, candidates) => {
      const filters = compileFilters(query, dictionaries);
      const units = unitsByStore.get(storeId);
      const department = createTally(dictionaries.departments);
      const productType = createTally(dictionaries.productTypes);
      const size = createTally(dictionaries.sizes);
      const colour = createTally(dictionaries.colours);
      const matches: Match[] = [];

      const consider = (product: IndexedProduct): void => {
        if (!filters.acceptsProduct(product)) return;
        const found = match(product, filters.acceptsVariant, units, query.inStock === true);
        if (found === undefined) return;
        matches.push(found);
        department.count(product.department, product.id);
        productType.count(product.productType, product.id);
        for (const variant of found.variants) {
          size.count(variant.size, product.id);
          colour.count(variant.colour, product.id);
        }
      };
      if (candidates === undefined) for (const product of products.values()) consider(product);
      else
        for (const id of candidates) {
          const product = products.get(id);
          if (product !== undefined) consider(product);
        }

      const order = compare(query, candidates !== undefined);
      if (order !== undefined) matches.sort(order);
      const offset = query.offset ?? 0;
      return {
        total: matches.length,
        items: matches
          .slice(offset, offset + (query.limit ?? defaultLimit))
          .map((found) => summarise(found, units, dictionaries)),
        facets: {
          department: department.result(),
          productType: productType.result(),
          size: size.result(),
          colour: colour.result(),
        },
      };
    },

    vocabulary: () => {
      vocabulary ??= collectVocabulary(products.values(), dictionaries);
      return vocabulary;
    },
    isGarment: (word) => garmentWords.has(word),
  };
}
