import type { Sql } from './sql.ts';

/** What a retailer has set, as JSON; undefined where it was left as it is. */
export async function readSetting(sql: Sql, name: string): Promise<unknown> {
  const row = await sql.first<{ document: string }>('SELECT document FROM setting WHERE name = ?', name);
  return row && (JSON.parse(row.document) as unknown);
}

export async function writeSetting(sql: Sql, name: string, value: object): Promise<void> {
  await sql.run(
    `INSERT INTO setting (name, document) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET document = excluded.document`,
    name,
    JSON.stringify(value),
  );
}
