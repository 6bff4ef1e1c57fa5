import type { Product } from '../../contracts/catalogue.ts';
import type { Offer } from '../../contracts/offer.ts';
import type { Store } from '../../contracts/store.ts';
import { writeProduct } from '../store/product-document.ts';
import type { HubTransaction } from './hub-database.ts';

/** Writes the hub's own catalogue rows, as `store/catalogue-rows.ts` writes a replica's. */
export interface HubCatalogueRows {
  putStore(store: Store): Promise<void>;
  putOffer(offer: Offer): Promise<void>;
  /** The product as it is now, its variants in place of those before. Gives whether anything changed. */
  putProduct(product: Product): Promise<boolean>;
  removeProduct(handle: string): Promise<void>;
}

export function createHubCatalogueRows({
  sql,
  textIndex,
}: Pick<HubTransaction, 'sql' | 'textIndex'>): HubCatalogueRows {
  const known = (handle: string) =>
    sql.first<{ id: number; document: string }>('SELECT id, document FROM product WHERE handle = ?', handle);
  return {
    async putStore(store) {
      await sql.run(
        `INSERT INTO store (storeId, document, arrival) SELECT ?, ?, coalesce(max(arrival), 0) + 1 FROM store WHERE true
         ON CONFLICT (storeId) DO UPDATE SET document = excluded.document`,
        store.storeId,
        JSON.stringify(store),
      );
    },
    async putOffer(offer) {
      await sql.run(
        `INSERT INTO offer (code, document) VALUES (?, ?)
         ON CONFLICT (code) DO UPDATE SET document = excluded.document`,
        offer.code,
        JSON.stringify(offer),
      );
    },
    async putProduct(product) {
      const document = writeProduct(product);
      const before = await known(product.handle);
      if (before?.document === document) return false;
      if (before !== undefined) {
        await sql.run('DELETE FROM variant WHERE productId = ?', before.id);
        await textIndex.remove(before.id);
      }
      const written = await sql.first<{ id: number }>(
        `INSERT INTO product (handle, document) VALUES (?, ?)
         ON CONFLICT (handle) DO UPDATE SET document = excluded.document RETURNING id`,
        product.handle,
        document,
      );
      if (written === undefined) throw new Error(`Product ${product.handle} vanished while it was written`);
      for (const { sku, number, barcode } of product.variants) {
        // A sku that belonged to another product moves here.
        await sql.run(
          `INSERT INTO variant (sku, productId, number, barcode) VALUES (?, ?, ?, ?)
           ON CONFLICT (sku) DO UPDATE SET productId = excluded.productId, number = excluded.number,
             barcode = excluded.barcode`,
          sku,
          written.id,
          number,
          barcode,
        );
      }
      await textIndex.add(written.id, product);
      return true;
    },
    async removeProduct(handle) {
      const before = await known(handle);
      if (before === undefined) return;
      await textIndex.remove(before.id);
      await sql.run('DELETE FROM product WHERE id = ?', before.id);
    },
  };
}
