import { isDeepStrictEqual } from 'node:util';
import { defaultStockPolicy, type StockPolicy } from '../../contracts/stock-policy.ts';
import { safetyUnits } from '../../core/stock/safety.ts';
import { readProduct } from '../store/product-document.ts';
import { markChanged } from './feed-log.ts';
import type { HubTransaction } from './hub-database.ts';
import { recallMissing } from './recalls.ts';
import { writeSetting } from './settings.ts';
import type { Sql } from './sql.ts';
import { readStockPolicy } from './stock-policy.ts';

/** Stores the policy and what it holds back of each variant. Gives how many stock rows that changed. */
export async function putStockPolicy(transaction: HubTransaction, policy: StockPolicy): Promise<number> {
  await writeSetting(transaction.sql, 'stock-policy', policy);
  return holdBack(transaction, policy);
}

/** Holds back of each variant what the policy says: after an import, which may have brought new ones. */
export async function renewSafetyStock(transaction: HubTransaction): Promise<void> {
  const policy = await readStockPolicy(transaction.sql);
  if (!isDeepStrictEqual(policy.safety, defaultStockPolicy.safety)) await holdBack(transaction, policy);
}

async function holdBack({ sql }: HubTransaction, policy: StockPolicy): Promise<number> {
  const types = await productTypes(sql);
  const rows = await sql.all<{ storeId: string; sku: string; safety: number }>(
    'SELECT storeId, sku, safety FROM stock',
  );
  let changed = 0;
  for (const { storeId, sku, safety } of rows) {
    const wanted = safetyUnits(policy, { storeId, sku, productType: types.get(sku) });
    if (wanted === safety) continue;
    await sql.run('UPDATE stock SET safety = ? WHERE storeId = ? AND sku = ?', wanted, storeId, sku);
    if (wanted > safety) await recallMissing(sql, { storeId, sku });
    await markChanged(sql, 'stock', storeId, sku);
    changed += 1;
  }
  return changed;
}

async function productTypes(sql: Sql): Promise<ReadonlyMap<string, string>> {
  const rows = await sql.all<{ document: string }>('SELECT document FROM product');
  return new Map(
    rows.flatMap(({ document }) => {
      const { productType, variants } = readProduct(document);
      return variants.map(({ sku }) => [sku, productType] as const);
    }),
  );
}
