import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Product } from '../../../../src/contracts/catalogue.ts';
import { packProduct } from '../../../../src/contracts/packed-product.ts';
import { createProductIndex } from '../../../../src/core/search/product-index.ts';
import { type Contender, fits, shopId, shown, unitsOf } from './contender.ts';

export const documentOf = (product: Product) => ({
  id: product.handle,
  title: product.title,
  type: product.productType,
  words: [
    product.brand,
    product.department,
    ...Object.values(product.attributes).flat(),
    ...new Set(product.variants.flatMap(({ colour, size }) => [colour, size])),
  ].join(' '),
  description: product.description,
});

export const weights = { title: 10, type: 8, words: 4, description: 1 };

/** Two slips are what it takes to find swapped letters: its distance counts a swap as two. */
export function createMiniSearch(
  products: ReadonlyMap<string, Product>,
  name: string,
  fuzzy: (term: string) => number,
): Contender {
  const index = new MiniSearch({ fields: Object.keys(weights), searchOptions: { boost: weights } });
  index.addAll([...products.values()].map(documentOf));
  return {
    name,
    search: (query) =>
      index
        .search(query.text, {
          fuzzy,
          prefix: (_term, position, terms) => position === terms.length - 1,
          combineWith: 'AND',
          filter: ({ id }) => {
            const product = products.get(String(id));
            return product !== undefined && fits(product, query);
          },
        })
        .slice(0, shown)
        .map(({ id }) => String(id)),
  };
}

/**
 * What MiniSearch finds, filtered, counted and made into cards by the same code as Aisle's: the whole answer that a shop
 * needs (total, facets by matching variant, units), so that only the search for words differs.
 */
export function createWholeAnswer(products: readonly Product[], fuzzy: (term: string) => number): Contender {
  const search = new MiniSearch({ fields: Object.keys(weights), searchOptions: { boost: weights } });
  const index = createProductIndex();
  for (const [id, product] of products.entries()) {
    search.add({ ...documentOf(product), id });
    index.put(id, packProduct(product));
    for (const { sku, number } of product.variants) index.setAvailable(shopId, sku, unitsOf(number));
  }
  return {
    name: 'MiniSearch, whole answer',
    search: ({ text, size, maximumPrice }) => {
      const found = search.search(text, {
        fuzzy,
        prefix: (_term, position, terms) => position === terms.length - 1,
        combineWith: 'AND',
      });
      const candidates = found.map(({ id }) => Number(id));
      return index
        .select(shopId, { size, maximumPrice, limit: shown }, candidates)
        .items.map(({ handle }) => handle);
    },
  };
}

/** A document a variant, which is what filters by size and price within the index ask for. */
export function createVariantSearch(
  products: ReadonlyMap<string, Product>,
  fuzzy: (term: string) => number,
): Contender {
  const index = new MiniSearch({
    fields: Object.keys(weights),
    storeFields: ['handle', 'size', 'price'],
    searchOptions: { boost: weights },
  });
  for (const product of products.values()) {
    index.addAll(
      product.variants.map(({ sku, handle, size, price }) => ({
        ...documentOf(product),
        id: sku,
        handle,
        size,
        price,
      })),
    );
  }
  return {
    name: 'MiniSearch, by variant',
    search: (query) => {
      const found = index.search(query.text, {
        fuzzy,
        prefix: (_term, position, terms) => position === terms.length - 1,
        combineWith: 'AND',
        filter: ({ size, price }) => size === query.size && Number(price) <= query.maximumPrice,
      });
      return [...new Set(found.map(({ handle }) => String(handle)))].slice(0, shown);
    },
  };
}

export function createFuse(products: ReadonlyMap<string, Product>): Contender {
  const keys = Object.entries(weights).map(([name, weight]) => ({ name, weight }));
  const index = new Fuse([...products.values()].map(documentOf), {
    keys,
    threshold: 0.3,
    ignoreLocation: true,
    useExtendedSearch: true,
  });
  return {
    name: 'Fuse',
    // Words side by side mean AND in its extended search.
    search: (query) =>
      index
        .search(query.text)
        .map(({ item }) => item.id)
        .filter((handle) => {
          const product = products.get(handle);
          return product !== undefined && fits(product, query);
        })
        .slice(0, shown),
  };
}
