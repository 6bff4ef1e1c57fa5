import { type Result, succeed } from '../../../contracts/result.ts';
import type { Environment } from '../../../core/ports/environment.ts';
import { baseMigrations } from '../../store/migrations/base.ts';
import { type ConnectedHub, createHubDatabase } from '../create-hub-database.ts';
import type { Announcement, HubDatabase } from '../hub-database.ts';
import { ensureIdentity } from '../hub-identity.ts';
import { hubMigrations } from '../migrations.ts';
import type { Sql } from '../sql.ts';
import { type PostgresAddress, readPostgresAddress } from './address.ts';
import { openFailure, type PostgresError } from './failure.ts';
import { listen } from './listener.ts';
import { migratePostgres } from './migrate.ts';
import { openPool, type PostgresPool } from './pool.ts';

/** A hub on a PostgreSQL database. */
export interface PostgresHub extends HubDatabase {
  /** The database's address without its password. */
  readonly place: string;
}

interface Said {
  /** Id of the process that said it. */
  readonly from: string;
  readonly announcement: Announcement;
}

/**
 * The transaction's first statement takes the lock on the one row of `hub` and holds it to the end: of all processes one
 * writes at a time, and cursors become visible in their order. Read committed is enough then: every later statement
 * sees all that was committed before the lock was given, and nothing is committed after. Readers wait for no one.
 */
async function lockHub(sql: Sql): Promise<number> {
  const row = await sql.first<{ cursor: number }>('SELECT cursor FROM hub FOR UPDATE');
  if (!row) throw new Error('The hub has no identity');
  return row.cursor;
}

/**
 * Opens a hub on a PostgreSQL database, which several processes may share. Failures are one line for who started it:
 * `database-url`, `database-unreachable`, `database-denied`, `database-missing`, `database-encoding`, `store-newer`.
 * `onProblem` hears of connections that broke and are made anew.
 */
export async function openPostgresHub(
  url: string,
  environment: Environment,
  onProblem: (error: PostgresError) => void,
): Promise<Result<PostgresHub>> {
  const address = readPostgresAddress(url);
  if (!address.ok) return address;
  const pool = openPool(url, onProblem);
  try {
    const prepared = await prepare(pool, environment, address.value);
    if (prepared.ok) {
      const hub = await connect(pool, url, environment, onProblem);
      return succeed({ ...hub, place: address.value.shown });
    }
    await pool.close();
    return prepared;
  } catch (error) {
    await pool.close();
    const failure = openFailure(error, address.value);
    if (failure !== undefined) return failure;
    throw error;
  }
}

const prepare = (
  pool: PostgresPool,
  environment: Environment,
  address: PostgresAddress,
): Promise<Result<void>> =>
  pool.transaction(async (open) => {
    const now = environment.now();
    const migrated = await migratePostgres(open, [...baseMigrations, ...hubMigrations], { address, now });
    if (migrated.ok) await ensureIdentity(open.sql, environment);
    return migrated;
  });

async function connect(
  pool: PostgresPool,
  url: string,
  environment: Environment,
  onProblem: (error: PostgresError) => void,
): Promise<HubDatabase> {
  const me = environment.newId();
  // Hubs in different schemas of one database have nothing to tell one another.
  const place = await pool.sql.first<{ schema: string }>('SELECT current_schema() AS schema');
  const channel = `aisle ${place?.schema}`;
  let hub: ConnectedHub | undefined;
  const listener = await listen({
    url,
    channel,
    onProblem,
    onMessage: (payload) => {
      const said = JSON.parse(payload) as Said;
      if (said.from !== me) hub?.heard(said.announcement);
    },
    onReturn: () => {
      hub?.heard({ type: 'announcements-missed' });
      hub?.noticeForeignChanges().catch(onProblem);
    },
  });
  hub = await createHubDatabase(
    {
      sql: pool.sql,
      transaction: pool.transaction,
      lockHub,
      textIndex: () => ({ add: async () => undefined, remove: async () => undefined }),
      async publish(sql, announcements) {
        for (const announcement of announcements) {
          const said: Said = { from: me, announcement };
          await sql.first('SELECT pg_notify(?, ?)', channel, JSON.stringify(said));
        }
      },
      async close() {
        await listener.close();
        await pool.close();
      },
    },
    environment,
  );
  return hub;
}
