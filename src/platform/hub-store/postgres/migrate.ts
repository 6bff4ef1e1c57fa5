import { fail, type Result, succeed } from '../../../contracts/result.ts';
import type { Migration } from '../../store/migrate.ts';
import type { PostgresAddress } from './address.ts';
import type { OpenTransaction } from './pool.ts';
import { schemaText } from './schema.ts';

/** Any number, the same in all versions: who migrates holds this lock. */
const migrationLock = 4_600_015;

/**
 * Brings the database up to date inside the given transaction; a second process waits, and finds it done. Failures:
 * `store-newer`, `database-encoding`.
 */
export async function migratePostgres(
  { sql, execute }: OpenTransaction,
  migrations: readonly Migration[],
  { address, now }: { readonly address: PostgresAddress; readonly now: number },
): Promise<Result<void>> {
  const encoding = await sql.first<{ server_encoding: string }>('SHOW server_encoding');
  if (encoding?.server_encoding !== 'UTF8') {
    return fail(
      'conflict',
      `${address.shown} keeps texts as ${encoding?.server_encoding}. Create it with: createdb --encoding=UTF8 --template=template0.`,
      { reason: 'database-encoding' },
    );
  }
  await sql.first('SELECT pg_advisory_xact_lock(?)', migrationLock);
  await execute('CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, "appliedAt" BIGINT NOT NULL)');
  const applied = new Set(
    (await sql.all<{ name: string }>('SELECT name FROM migration')).map(({ name }) => name),
  );
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...applied].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    return fail(
      'conflict',
      `${address.shown} was written by a newer version of Aisle (${unknown.join(', ')}). Start that version.`,
      { reason: 'store-newer' },
    );
  }
  for (const migration of migrations) {
    if (applied.has(migration.name)) continue;
    await execute(schemaText(migration));
    await sql.run('INSERT INTO migration (name, appliedAt) VALUES (?, ?)', migration.name, now);
  }
  return succeed(undefined);
}
