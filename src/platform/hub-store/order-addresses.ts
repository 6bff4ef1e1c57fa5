import type { Address } from '../../contracts/address.ts';
import type { Sql } from './sql.ts';

/** Where an order goes; of one without, to its customer. */
export async function keepOrderAddress(sql: Sql, orderId: string, address: Address): Promise<void> {
  await sql.run(
    `INSERT INTO orderAddress (orderId, document) VALUES (?, ?)
     ON CONFLICT (orderId) DO UPDATE SET document = excluded.document`,
    orderId,
    JSON.stringify(address),
  );
}
