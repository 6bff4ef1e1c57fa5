import type { Store } from '../../contracts/store.ts';
import type { CatalogueTransaction } from '../ports/catalogue-writer.ts';

/** Writes nowhere: what a dry run without a hub's data folder checks a file against. Everything counts as created. */
export function pretendTransaction(): CatalogueTransaction {
  const stores: Store[] = [];
  return {
    async stores() {
      return stores;
    },
    async putStore(store) {
      stores.push(store);
      return 'created';
    },
    async putProduct(product) {
      return { product: 'created', variants: product.variants.map(() => 'created' as const) };
    },
    async hasVariant() {
      return false;
    },
    async putStock() {
      return 'created';
    },
    async putOffer() {
      return 'created';
    },
  };
}
