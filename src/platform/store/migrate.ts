import type { Connection } from './connection.ts';

/** One forward step. Its name is never reused and its text never changes once released. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** For a hub on PostgreSQL, where `sql` cannot be translated (`hub-store/postgres/schema.ts`). */
  readonly postgres?: string;
}

/** What a file has seen of the migrations, and what it has not. */
export interface MigrationPlan {
  /** Names, in the order in which they were applied; empty for a new file. */
  readonly applied: readonly string[];
  readonly pending: readonly Migration[];
  /** Names that this version does not know: a newer one wrote the file. */
  readonly unknown: readonly string[];
}

/** Thrown by `migrate` when the text of a migration fails on this file. */
export class MigrationFailed extends Error {
  constructor(name: string, cause: unknown) {
    super(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

export function planMigrations(connection: Connection, migrations: readonly Migration[]): MigrationPlan {
  const [table] = connection
    .prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name = 'migration'")
    .all();
  const applied = table
    ? connection
        .prepare<{ name: string }>('SELECT name FROM migration ORDER BY rowid')
        .all()
        .map((row) => row.name)
    : [];
  const known = new Set(migrations.map((migration) => migration.name));
  return {
    applied,
    pending: migrations.filter((migration) => !applied.includes(migration.name)),
    unknown: applied.filter((name) => !known.has(name)),
  };
}

/** Runs the migrations in order, all in one transaction: a file is at one version or at the other. */
export function migrate(connection: Connection, pending: readonly Migration[], at: number): void {
  if (pending.length === 0) return;
  connection.execute('BEGIN IMMEDIATE');
  try {
    connection.execute(
      'CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, appliedAt INTEGER NOT NULL)',
    );
    for (const migration of pending) {
      try {
        connection.execute(migration.sql);
        connection.prepare('INSERT INTO migration (name, appliedAt) VALUES (?, ?)').run(migration.name, at);
      } catch (error) {
        throw new MigrationFailed(migration.name, error);
      }
    }
    connection.execute('COMMIT');
  } catch (error) {
    if (connection.inTransaction()) connection.execute('ROLLBACK');
    throw error;
  }
}
