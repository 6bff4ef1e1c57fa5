import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Query } from '../../store/open-database.ts';
import type { Tables } from '../../store/tables.ts';
import type { Sql } from '../sql.ts';
import { isRepeatable, PostgresError } from './failure.ts';
import { createPostgresSql } from './postgres-sql.ts';

const second = 1000;
/** Reads outside of transactions use them side by side; of transactions a process runs one at a time. */
const connections = 8;
/** A transaction whose process hangs lets go of the hub's row after this. */
const idleInTransactionMs = 30 * second;
/** How long a transaction waits for another process's, an import's say; then it fails, and can be asked for again. */
const lockWaitMs = 30 * second;
const attempts = 5;

/** BIGINT and NUMERIC (a sum of BIGINTs) as numbers: instants, counts and cursors are far below 2^53. */
const asNumbers = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    asNumbers.has(oid) ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

export const clientOptions = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: 'aisle hub',
  connectionTimeoutMillis: 5 * second,
  keepAlive: true,
  types,
});

export interface OpenTransaction {
  readonly sql: Sql;
  readonly query: Query;
  /** Any number of statements in PostgreSQL's own words, without parameters. */
  execute(text: string): Promise<void>;
}

export interface PostgresPool {
  readonly sql: Sql;
  /** Durable when it resolves, rolled back when `work` throws; run again when PostgreSQL asks for that. */
  transaction<T>(work: (open: OpenTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const translate = (error: unknown): never => {
  throw new PostgresError(error);
};

/** `onProblem` hears of connections that broke while nobody used them. */
export function openPool(url: string, onProblem: (error: PostgresError) => void): PostgresPool {
  const pool = new pg.Pool({
    ...clientOptions(url),
    max: connections,
    lock_timeout: lockWaitMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    // Of a server that is gone without a word; longer than any wait above.
    query_timeout: 2 * lockWaitMs,
  });
  pool.on('error', (error) => onProblem(new PostgresError(error)));
  const queries = new WeakMap<pg.PoolClient, Query>();
  let turn: Promise<unknown> = Promise.resolve();

  const queryOf = (client: pg.PoolClient): Query => {
    let query = queries.get(client);
    if (query === undefined) {
      // Kysely on this one connection, which is not its to release.
      const only = { query: client.query.bind(client), release: () => undefined } as unknown as pg.PoolClient;
      const own = { connect: async () => only, end: async () => undefined };
      query = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: own }) });
      queries.set(client, query);
    }
    return query;
  };

  async function once<T>(work: (open: OpenTransaction) => Promise<T>): Promise<T> {
    const client = await pool.connect().catch(translate);
    // A connection that breaks between two statements says so here; the next statement fails.
    const ignore = () => undefined;
    client.on('error', ignore);
    const sql = createPostgresSql(client);
    let usable = false;
    try {
      await sql.run('BEGIN ISOLATION LEVEL READ COMMITTED');
      const value = await work({
        sql,
        query: queryOf(client),
        execute: async (text) => {
          await client.query(text).catch(translate);
        },
      });
      // One that has failed is rolled back by COMMIT, without an error.
      const { command } = await client.query('COMMIT').catch(translate);
      usable = true;
      if (command !== 'COMMIT')
        throw new Error('A statement of this transaction failed, and nothing of it is kept');
      return value;
    } catch (error) {
      if (!usable)
        usable = await client.query('ROLLBACK').then(
          () => true,
          () => false,
        );
      // Kysely's statements fail with the driver's own errors.
      throw error instanceof pg.DatabaseError ? new PostgresError(error) : error;
    } finally {
      client.off('error', ignore);
      client.release(!usable);
    }
  }

  async function again<T>(work: (open: OpenTransaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(work);
      } catch (error) {
        if (!isRepeatable(error) || attempt === attempts) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
      }
    }
  }

  return {
    sql: createPostgresSql(pool),
    transaction(work) {
      const run = turn.then(() => again(work));
      turn = run.catch(() => undefined);
      return run;
    },
    async close() {
      await turn;
      await pool.end();
    },
  };
}
