import type { Product } from '../../contracts/catalogue.ts';
import { packProduct } from '../../contracts/packed-product.ts';
import { productText } from '../store/product-text.ts';
import type { Sql } from './sql.ts';

/** What a hub's own file knows of products for search, kept in the transaction that changes them. */
export interface ProductTextIndex {
  add(productId: number, product: Product): Promise<void>;
  remove(productId: number): Promise<void>;
}

/** SQLite's full-text index, beside the products in the same file. */
export function createSqliteTextIndex(sql: Sql): ProductTextIndex {
  return {
    async add(productId, product) {
      const text = productText(packProduct(product));
      await sql.run(
        'INSERT INTO productText (rowid, title, type, words, description) VALUES (?, ?, ?, ?, ?)',
        productId,
        text.title,
        text.type,
        text.words,
        text.description,
      );
    },
    async remove(productId) {
      await sql.run('DELETE FROM productText WHERE rowid = ?', productId);
    },
  };
}
