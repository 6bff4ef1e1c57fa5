import { type Result, succeed } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { Connect } from '../store/connection.ts';
import { baseMigrations } from '../store/migrations/base.ts';
import { type Database, openDatabase } from '../store/open-database.ts';
import { createHubDatabase } from './create-hub-database.ts';
import { headCursor } from './feed-log.ts';
import type { HubDatabase } from './hub-database.ts';
import { ensureIdentity } from './hub-identity.ts';
import { hubMigrations, markAsBackup } from './migrations.ts';
import { createSqliteTextIndex } from './product-text-index.ts';
import { createQueuedSql, createSqliteSql } from './sqlite-sql.ts';

/** A hub in one SQLite file. */
export interface SqliteHub extends HubDatabase {
  readonly database: Database;
}

/** Opens the file, makes it where it is missing. Failures are those of `openDatabase`. */
export async function openSqliteHub(
  file: string,
  environment: Environment,
  connect?: Connect,
): Promise<Result<SqliteHub>> {
  const opened = openDatabase(file, [...baseMigrations, ...hubMigrations], {
    now: environment.now,
    scrubBackup: markAsBackup,
    ...(connect && { connect }),
  });
  if (!opened.ok) return opened;
  const database = opened.value;
  const direct = createSqliteSql(database.connection);
  await ensureIdentity(direct, environment);
  const hub = await createHubDatabase(
    {
      sql: createQueuedSql(direct, database.query),
      // BEGIN IMMEDIATE keeps other processes from writing.
      transaction: (work) => database.transaction((query) => work({ sql: direct, query })),
      lockHub: headCursor,
      textIndex: createSqliteTextIndex,
      // Another process on the file is an import; a timer notices what it wrote.
      publish: async () => undefined,
      close: () => database.close(),
    },
    environment,
  );
  return succeed({ ...hub, database });
}
