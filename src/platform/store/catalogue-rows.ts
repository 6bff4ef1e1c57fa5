import type { Product } from '../../contracts/catalogue.ts';
import type { Offer } from '../../contracts/offer.ts';
import { type PackedProduct, packProduct } from '../../contracts/packed-product.ts';
import type { Store } from '../../contracts/store.ts';
import type { Connection } from './connection.ts';
import { writeProduct } from './product-document.ts';
import { productText } from './product-text.ts';

/** A product and the JSON of it that is kept. */
export interface ProductDocument {
  readonly product: PackedProduct;
  readonly document: string;
}

/** A product as it is now: its document as it is kept, or null when it is gone. */
export interface WrittenProduct {
  readonly id: number;
  readonly document: string | null;
}

/**
 * Writes catalogue rows, full text included. Synchronous and without a transaction of its own: call it inside
 * `Database.transaction`. `generation` stamps what was seen; 0 where there are no snapshots to follow (the hub).
 */
export interface CatalogueRows {
  putStore(store: Store, generation?: number): void;
  putOffer(offer: Offer, generation?: number): void;
  /** The product as it is now, its variants in place of those before. Gives whether anything changed. */
  putProduct(product: Product, generation?: number): boolean;
  /** The same for many, in their order. Gives those that changed. */
  putDocuments(products: readonly ProductDocument[], generation: number): readonly WrittenProduct[];
  /** Gives its id, where it was here. */
  removeProduct(handle: string): number | undefined;
  removeOffer(code: string): void;
}

const upsert = (table: string, key: string): string =>
  `INSERT INTO ${table} (${key}, document, generation) VALUES (?, ?, ?)
   ON CONFLICT (${key}) DO UPDATE SET document = excluded.document, generation = excluded.generation`;

/** The last of each handle: the same product twice is its later state. */
function lastOfEach(products: readonly ProductDocument[]): readonly ProductDocument[] {
  const last = new Map(products.map((one) => [one.product.handle, one]));
  return last.size === products.length
    ? products
    : products.filter((one) => last.get(one.product.handle) === one);
}

export function createCatalogueRows(connection: Connection): CatalogueRows {
  const putStore = connection.prepare(upsert('store', 'storeId'));
  const putOffer = connection.prepare(upsert('offer', 'code'));
  const removeOffer = connection.prepare('DELETE FROM offer WHERE code = ?');
  const findProduct = connection.prepare<{ id: number }>('SELECT id FROM product WHERE handle = ?');
  const findProducts = connection.prepare<{ id: number; handle: string; document: string }>(
    'SELECT product.id, handle, document FROM json_each(?) AS wanted CROSS JOIN product ON product.handle = wanted.value',
  );
  // The id is given here: reading it back from each row takes as long as writing the row.
  const lastProductId = connection.prepare<{ id: number }>(
    `SELECT seq AS id FROM sqlite_sequence WHERE name = 'product'`,
  );
  const insertProduct = connection.prepare(
    'INSERT INTO product (id, handle, document, generation) VALUES (?, ?, ?, ?)',
  );
  const updateProduct = connection.prepare('UPDATE product SET document = ?, generation = ? WHERE id = ?');
  const touchProduct = connection.prepare('UPDATE product SET generation = ? WHERE id = ?');
  const removeProduct = connection.prepare('DELETE FROM product WHERE id = ?');
  const removeVariants = connection.prepare('DELETE FROM variant WHERE productId = ?');
  // Many at once: crossing into SQLite costs more than what it does there. A sku that belonged to another product moves.
  const putVariants = connection.prepare(
    `INSERT OR REPLACE INTO variant (sku, productId, number, barcode)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?)`,
  );
  const removeText = connection.prepare('DELETE FROM productText WHERE rowid = ?');
  const putText = connection.prepare(
    'INSERT INTO productText (rowid, title, type, words, description) VALUES (?, ?, ?, ?, ?)',
  );

  const replaceProduct = (id: number, document: string, generation: number): void => {
    updateProduct.run(document, generation, id);
    removeVariants.run(id);
    removeText.run(id);
  };

  const putDocuments: CatalogueRows['putDocuments'] = (given, generation) => {
    const products = lastOfEach(given);
    const handles = products.map(({ product }) => product.handle);
    const known = new Map(findProducts.all(JSON.stringify(handles)).map((row) => [row.handle, row]));
    const variants: unknown[] = [];
    const changed: WrittenProduct[] = [];
    let lastId = known.size === products.length ? 0 : (lastProductId.first()?.id ?? 0);
    for (const { product, document } of products) {
      const before = known.get(product.handle);
      if (before?.document === document) {
        touchProduct.run(generation, before.id);
        continue;
      }
      if (before === undefined) {
        lastId += 1;
        insertProduct.run(lastId, product.handle, document, generation);
      } else replaceProduct(before.id, document, generation);
      const id = before?.id ?? lastId;
      changed.push({ id, document });
      const text = productText(product);
      putText.run(id, text.title, text.type, text.words, text.description);
      for (const [sku, number, barcode] of product.variants) variants.push([sku, id, number, barcode]);
    }
    if (variants.length > 0) putVariants.run(JSON.stringify(variants));
    return changed;
  };

  return {
    putStore: (store, generation = 0) => {
      putStore.run(store.storeId, JSON.stringify(store), generation);
    },
    putOffer: (offer, generation = 0) => {
      putOffer.run(offer.code, JSON.stringify(offer), generation);
    },
    putProduct: (product, generation = 0) =>
      putDocuments([{ product: packProduct(product), document: writeProduct(product) }], generation).length >
      0,
    putDocuments,
    removeProduct: (handle) => {
      const id = findProduct.first(handle)?.id;
      if (id === undefined) return undefined;
      removeText.run(id);
      removeProduct.run(id);
      return id;
    },
    removeOffer: (code) => {
      removeOffer.run(code);
    },
  };
}
