import type { Product } from '../../contracts/catalogue.ts';
import type { Offer } from '../../contracts/offer.ts';
import type { Store } from '../../contracts/store.ts';
import type { Connection } from './connection.ts';
import { productText } from './product-text.ts';

/**
 * Writes catalogue rows, full text included. Synchronous and without a transaction of its own: call it inside
 * `Database.transaction`. `generation` stamps what was seen; 0 where there are no snapshots to follow (the hub).
 */
export interface CatalogueRows {
  putStore(store: Store, generation?: number): void;
  putOffer(offer: Offer, generation?: number): void;
  /** The product as it is now, its variants in place of those before. Gives whether anything changed. */
  putProduct(product: Product, generation?: number): boolean;
  removeProduct(handle: string): void;
  removeOffer(code: string): void;
}

const upsert = (table: string, key: string): string =>
  `INSERT INTO ${table} (${key}, document, generation) VALUES (?, ?, ?)
   ON CONFLICT (${key}) DO UPDATE SET document = excluded.document, generation = excluded.generation`;

export function createCatalogueRows(connection: Connection): CatalogueRows {
  const putStore = connection.prepare(upsert('store', 'storeId'));
  const putOffer = connection.prepare(upsert('offer', 'code'));
  const removeOffer = connection.prepare('DELETE FROM offer WHERE code = ?');
  const findProduct = connection.prepare<{ id: number; document: string }>(
    'SELECT id, document FROM product WHERE handle = ?',
  );
  const insertProduct = connection.prepare(
    'INSERT INTO product (handle, document, generation) VALUES (?, ?, ?)',
  );
  const updateProduct = connection.prepare('UPDATE product SET document = ?, generation = ? WHERE id = ?');
  const touchProduct = connection.prepare('UPDATE product SET generation = ? WHERE id = ?');
  const removeProduct = connection.prepare('DELETE FROM product WHERE id = ?');
  const removeVariants = connection.prepare('DELETE FROM variant WHERE productId = ?');
  // A sku that belonged to another product moves here.
  const putVariant = connection.prepare(
    'INSERT OR REPLACE INTO variant (sku, productId, number, barcode) VALUES (?, ?, ?, ?)',
  );
  const removeText = connection.prepare('DELETE FROM productText WHERE rowid = ?');
  const putText = connection.prepare(
    'INSERT INTO productText (rowid, title, type, words, description) VALUES (?, ?, ?, ?, ?)',
  );

  return {
    putStore: (store, generation = 0) => {
      putStore.run(store.storeId, JSON.stringify(store), generation);
    },
    putOffer: (offer, generation = 0) => {
      putOffer.run(offer.code, JSON.stringify(offer), generation);
    },
    putProduct: (product, generation = 0) => {
      const document = JSON.stringify(product);
      const known = findProduct.first(product.handle);
      if (known?.document === document) {
        touchProduct.run(generation, known.id);
        return false;
      }
      if (known === undefined) insertProduct.run(product.handle, document, generation);
      else {
        updateProduct.run(document, generation, known.id);
        removeVariants.run(known.id);
        removeText.run(known.id);
      }
      const id = known?.id ?? findProduct.first(product.handle)?.id;
      if (id === undefined) throw new Error(`Product ${product.handle} vanished while it was written`);
      for (const variant of product.variants) {
        putVariant.run(variant.sku, id, variant.number, variant.barcode);
      }
      const text = productText(product);
      putText.run(id, text.title, text.type, text.words, text.description);
      return true;
    },
    removeProduct: (handle) => {
      const known = findProduct.first(handle);
      if (known === undefined) return;
      removeText.run(known.id);
      removeProduct.run(known.id);
    },
    removeOffer: (code) => {
      removeOffer.run(code);
    },
  };
}
