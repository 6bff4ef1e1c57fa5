import type { Connection } from './connection.ts';

/** One forward step. Its name is never reused and its text never changes once released. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** Runs what the file has not seen yet, in order, each in a transaction of its own. Gives the names it does not know. */
export function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  at: number,
): readonly string[] {
  connection.execute(
    'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, appliedAt INTEGER NOT NULL)',
  );
  const applied = new Set(
    connection
      .prepare<{ name: string }>('SELECT name FROM migration')
      .all()
      .map((row) => row.name),
  );
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...applied].filter((name) => !known.has(name));
  if (unknown.length > 0) return unknown;
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue;
    connection.execute('BEGIN IMMEDIATE');
    try {
      connection.execute(migration.sql);
      connection.prepare('INSERT INTO migration (name, appliedAt) VALUES (?, ?)').run(migration.name, at);
      connection.execute('COMMIT');
    } catch (error) {
      connection.execute('ROLLBACK');
      throw error;
    }
  }
  return [];
}
