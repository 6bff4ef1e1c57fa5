import type { HubTransaction } from './hub-database.ts';
import type { Sql } from './sql.ts';

/** Whether this hub has shops, or has had the sample ones. */
export async function isFilled(sql: Sql): Promise<boolean> {
  const marked = await sql.first<{ filledAt: number | null }>('SELECT sampleImportedAt AS filledAt FROM hub');
  if (marked?.filledAt != null) return true;
  return (await sql.first('SELECT storeId FROM store LIMIT 1')) !== undefined;
}

export async function markFilled({ sql, now }: HubTransaction): Promise<void> {
  await sql.run('UPDATE hub SET sampleImportedAt = ?', now);
}
