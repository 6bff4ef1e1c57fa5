import type { Product } from '../../contracts/catalogue.ts';
import type { Offer } from '../../contracts/offer.ts';
import { type PackedProduct, packProduct } from '../../contracts/packed-product.ts';
import type { Store } from '../../contracts/store.ts';
import type { Connection } from './connection.ts';
import { productText } from './product-text.ts';

/** A product and the JSON of it that is kept. */
export interface ProductDocument {
  readonly product: PackedProduct;
  readonly document: string;
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
  /** The same for many, in their order. */
  putDocuments(products: readonly ProductDocument[], generation: number): boolean;
  removeProduct(handle: string): void;
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
  const insertProduct = connection.prepare<{ id: number }>(
    'INSERT INTO product (handle, document, generation) VALUES (?, ?, ?) RETURNING id',
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

  /** Gives the id, or undefined when the product is here as it is. */
  const putOne = (
    { product, document }: ProductDocument,
    known: { readonly id: number; readonly document: string } | undefined,
    generation: number,
  ): number | undefined => {
    if (known?.document === document) {
      touchProduct.run(generation, known.id);
      return undefined;
    }
    if (known === undefined) return insertProduct.first(product.handle, document, generation)?.id;
    updateProduct.run(document, generation, known.id);
    removeVariants.run(known.id);
    removeText.run(known.id);
    return known.id;
  };

  const putDocuments: CatalogueRows['putDocuments'] = (given, generation) => {
    const products = lastOfEach(given);
    const handles = products.map(({ product }) => product.handle);
    const known = new Map(findProducts.all(JSON.stringify(handles)).map((row) => [row.handle, row]));
    const variants: unknown[] = [];
    let changed = false;
    for (const one of products) {
      const id = putOne(one, known.get(one.product.handle), generation);
      if (id === undefined) continue;
      changed = true;
      const text = productText(one.product);
      putText.run(id, text.title, text.type, text.words, text.description);
      for (const [sku, number, barcode] of one.product.variants) variants.push([sku, id, number, barcode]);
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
      putDocuments([{ product: packProduct(product), document: JSON.stringify(product) }], generation),
    putDocuments,
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
