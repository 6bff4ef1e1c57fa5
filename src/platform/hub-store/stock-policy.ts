import { defaultStockPolicy, type StockPolicy, stockPolicy } from '../../contracts/stock-policy.ts';
import { readSetting } from './settings.ts';
import type { Sql } from './sql.ts';

/** The retailer's, or the default. */
export async function readStockPolicy(sql: Sql): Promise<StockPolicy> {
  const document = await readSetting(sql, 'stock-policy');
  return document === undefined ? defaultStockPolicy : stockPolicy.parse(document);
}

/** Whether the device is the one of its shop that may promise scarce units by itself. */
export async function takesScarce(
  sql: Sql,
  { storeId, deviceId }: { readonly storeId: string; readonly deviceId: string },
): Promise<boolean> {
  if ((await readStockPolicy(sql)).scarce !== 'lead') return false;
  const lead = await sql.first<{ deviceId: string }>(
    `SELECT deviceId FROM device WHERE storeId = ? AND kind = 'kiosk' AND retiredAt IS NULL
     ORDER BY deviceIndex LIMIT 1`,
    storeId,
  );
  return lead?.deviceId === deviceId;
}
