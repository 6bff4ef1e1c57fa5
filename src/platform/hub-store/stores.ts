import type { Connection } from '../store/connection.ts';

/** In the order in which the retailer named them: the first is where a shopper or a device is when nothing says otherwise. */
export function storeIdsByArrival(connection: Connection): readonly string[] {
  return connection
    .prepare<{ storeId: string }>('SELECT storeId FROM store ORDER BY rowid')
    .all()
    .map((row) => row.storeId);
}
