import type { Connection } from '../store/connection.ts';
import type { HubTransaction } from './hub-database.ts';

/** Whether this hub has shops, or has had the sample ones. */
export function isFilled(connection: Connection): boolean {
  const marked = connection.prepare<{ at: number | null }>('SELECT sampleImportedAt AS at FROM hub').first();
  return marked?.at != null || connection.prepare('SELECT 1 FROM store LIMIT 1').first() !== undefined;
}

export function markFilled({ connection, now }: HubTransaction): void {
  connection.prepare('UPDATE hub SET sampleImportedAt = ?').run(now);
}
