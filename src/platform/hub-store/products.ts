import type { Product } from '../../contracts/catalogue.ts';
import { readProduct } from '../store/product-document.ts';
import { listOf, type Sql } from './sql.ts';

/** Those that are sold now, in any order. */
export async function productsByHandle(sql: Sql, handles: readonly string[]): Promise<readonly Product[]> {
  const list = listOf(handles);
  const rows = await sql.all<{ document: string }>(
    `SELECT document FROM product WHERE handle IN ${list.text}`,
    ...list.values,
  );
  return rows.map(({ document }) => readProduct(document));
}
