import type { Sql } from './sql.ts';

/** The last operation of a device that has been decided here. */
export async function appliedSequence(sql: Sql, deviceId: string): Promise<number> {
  const row = await sql.first<{ appliedSequence: number }>(
    'SELECT appliedSequence FROM device WHERE deviceId = ?',
    deviceId,
  );
  return row?.appliedSequence ?? 0;
}
