import type { Sql } from './sql.ts';

/** In the order in which the retailer named them: the first is where a shopper or a device is when nothing says otherwise. */
export async function storeIdsByArrival(sql: Sql): Promise<readonly string[]> {
  const rows = await sql.all<{ storeId: string }>('SELECT storeId FROM store ORDER BY arrival, storeId');
  return rows.map((row) => row.storeId);
}
