import type { Store } from '../../../contracts/store.ts';
import type {
  CatalogueTransaction,
  Change,
  IncomingProduct,
  StockCount,
} from '../../ports/catalogue-writer.ts';

/** A catalogue in memory that tells created from changed from unchanged, as the port asks. */
export class MemoryCatalogue implements CatalogueTransaction {
  readonly products = new Map<string, IncomingProduct>();
  readonly stock = new Map<string, StockCount>();
  readonly #stores = new Map<string, Store>();
  readonly #documents = new Map<string, string>();

  #put(key: string, value: unknown): Change {
    const document = JSON.stringify(value);
    const before = this.#documents.get(key);
    this.#documents.set(key, document);
    if (before === undefined) return 'created';
    return before === document ? 'unchanged' : 'changed';
  }

  async stores() {
    return [...this.#stores.values()];
  }

  async putStore(store: Store) {
    this.#stores.set(store.storeId, store);
    return this.#put(`store ${store.storeId}`, store);
  }

  async putProduct(product: IncomingProduct) {
    this.products.set(product.handle, product);
    const { variants, ...own } = product;
    return {
      product: this.#put(`product ${product.handle}`, own),
      variants: variants.map((variant) => this.#put(`variant ${variant.sku}`, variant)),
    };
  }

  async hasVariant(sku: string) {
    return this.#documents.has(`variant ${sku}`);
  }

  async putStock(count: StockCount) {
    this.stock.set(`${count.storeId} ${count.sku}`, count);
    return this.#put(`stock ${count.storeId} ${count.sku}`, count);
  }

  async putOffer() {
    return 'created' as const;
  }
}
