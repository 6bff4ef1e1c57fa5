import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { backUp, type Scrub } from './backup.ts';
import { type Connect, type Connection, openConnection } from './connection.ts';
import { keepStatements } from './kept-statements.ts';
import { makeFolder } from './make-folder.ts';
import { type Migration, MigrationFailed, migrate, planMigrations } from './migrate.ts';
import { storeFailure } from './store-failure.ts';
import { type StoreWatch, watchConnection } from './store-watch.ts';
import type { Tables } from './tables.ts';
import type { WriteLock } from './thread/write-lock.ts';

export type Query = Kysely<Tables>;

/** One SQLite file with one connection. */
export interface Database {
  readonly file: string;
  /** Ordinary reads; waits while a transaction runs. A root with tables of its own: `query.withTables<Own>()`. */
  readonly query: Query;
  /** Hot paths. Synchronous, so it also runs in the middle of a transaction, as a part of it. */
  readonly connection: Connection;
  /**
   * Runs `work` alone on the connection, in a transaction that is durable when this resolves and rolled back when
   * `work` throws. Inside, use the given query or `connection`: waiting for `Database.query` would wait for ever.
   * With `repeatable` it is durable only with the next transaction that is not: for rows that the hub can send again.
   */
  transaction<T>(work: (query: Query) => Promise<T>, options?: { readonly repeatable?: boolean }): Promise<T>;
  /** Runs `work`, which only looks, alone on the connection and on one state of the file, whoever writes meanwhile. */
  read<T>(work: (query: Query) => Promise<T>): Promise<T>;
  /**
   * Moves the write-ahead log into the file and cuts it to nothing, so that erased rows are nowhere on the disk. False,
   * at once, while another process reads from the log (a backup, a look by an operator): then it is to be tried again.
   */
  truncateLog(): Promise<boolean>;
  /** Cuts the log as well, where it can. */
  close(): Promise<void>;
}

/** Another thread of this program that writes to the same file. */
export interface Partner {
  /** Whose turn it is to write. */
  readonly lock: WriteLock;
  /** Called after each commit here: moving the log into the file is left to the partner, where waiting stops nobody. */
  committed(): void;
  /** As `Database.truncateLog`, done by the partner; undefined where it is to be done here. */
  readonly truncateLog?: () => Promise<boolean>;
}

export interface OpenOptions {
  /** Refuses writes and needs a file that is there and up to date. */
  readonly readonly?: boolean;
  readonly now?: () => number;
  /** How long to wait for another process that is writing, in milliseconds. */
  readonly waitMs?: number;
  /** For the copy that is kept before migrations. */
  readonly scrubBackup?: Scrub;
  readonly connect?: Connect;
  /** Hears of every error of the file, and of the first write that succeeds again. */
  readonly watch?: StoreWatch;
  readonly partner?: Partner;
}

function prepareFile(connection: Connection, readonly: boolean, shared: boolean): void {
  // The first read of the header: a file that is no database fails here.
  connection.prepare('PRAGMA schema_version').all();
  if (!readonly) connection.prepare('PRAGMA journal_mode = WAL').all();
  for (const pragma of [
    'synchronous = FULL',
    // On a Mac, fsync alone leaves bytes in the disk's own memory.
    'fullfsync = ON',
    'foreign_keys = ON',
    'secure_delete = ON',
    'temp_store = MEMORY',
    'cache_size = -16000',
    // Often and little: moving 1000 pages, the default, stops everything for 20 to 40 ms on a shop's disk.
    `wal_autocheckpoint = ${shared ? 0 : 250}`,
    ...(readonly ? ['query_only = ON'] : []),
  ]) {
    connection.execute(`PRAGMA ${pragma}`);
  }
}

interface DatabaseParts {
  readonly file: string;
  readonly connection: Connection;
  readonly waitMs: number;
  readonly watch: StoreWatch | undefined;
  readonly partner: Partner | undefined;
}

function makeDatabase({ file, connection, waitMs, watch, partner }: DatabaseParts): Database {
  const query = new Kysely<Tables>({
    dialect: new SqliteDialect({ database: keepStatements(connection) }),
    ...(watch && {
      log: (event) => {
        if (event.level === 'error') watch.failed(event.error);
      },
    }),
  });
  const rowsChanged = (): number =>
    connection.prepare<{ count: number }>('SELECT total_changes() AS count').first()?.count ?? 0;
  const truncateLog = (): boolean => {
    // Synchronous, so waiting for a reader would stop everything.
    connection.execute('PRAGMA busy_timeout = 0');
    try {
      const [outcome] = connection.prepare<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)').all();
      return outcome?.busy === 0;
    } finally {
      connection.execute(`PRAGMA busy_timeout = ${waitMs}`);
    }
  };
  /** Not kysely's own transaction: it begins deferred, and a deferred one can fail to turn into a writer. */
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    const before = watch?.trouble() ? rowsChanged() : undefined;
    try {
      connection.execute('BEGIN IMMEDIATE');
      const value = await work();
      connection.execute('COMMIT');
      if (before !== undefined && rowsChanged() > before) watch?.wrote();
      partner?.committed();
      return value;
    } catch (error) {
      if (connection.inTransaction()) connection.execute('ROLLBACK');
      throw error;
    }
  };
  return {
    file,
    query,
    connection,
    transaction: (work, { repeatable = false } = {}) =>
      query.connection().execute(async (alone) => {
        const handBack = await partner?.lock.take();
        try {
          if (!repeatable) return await write(() => work(alone));
          connection.execute('PRAGMA synchronous = NORMAL');
          try {
            return await write(() => work(alone));
          } finally {
            connection.execute('PRAGMA synchronous = FULL');
          }
        } finally {
          handBack?.();
        }
      }),
    read: (work) =>
      query.connection().execute(async (alone) => {
        connection.execute('BEGIN');
        try {
          return await work(alone);
        } finally {
          // An error of the disk can have ended it.
          if (connection.inTransaction()) connection.execute('COMMIT');
        }
      }),
    truncateLog: async () => partner?.truncateLog?.() ?? truncateLog(),
    close: async () => {
      // Waits for the transaction that runs.
      await query.connection().execute(async () => undefined);
      try {
        // For whoever looks at the file next: libsql leaves it open until the garbage collector comes.
        truncateLog();
      } catch {
        // Nothing is lost: the log is read at the next start.
      }
      connection.close();
    },
  };
}

/** Brings the file up to date, after a backup where there is something to lose. */
function bringUpToDate(
  connection: Connection,
  file: string,
  migrations: readonly Migration[],
  { now, scrub }: { readonly now: () => number; readonly scrub?: Scrub | undefined },
): Result<void> {
  const { applied, pending, unknown } = planMigrations(connection, migrations);
  if (unknown.length > 0) {
    return fail(
      'conflict',
      `${file} was written by a newer version of Aisle (${unknown.join(', ')}). Start that version.`,
      { reason: 'store-newer' },
    );
  }
  const schema = applied.at(-1);
  const backup =
    pending.length > 0 && schema !== undefined && file !== ':memory:'
      ? backUp(connection, file, { schema, at: now(), scrub })
      : undefined;
  try {
    migrate(connection, pending, now());
    return succeed(undefined);
  } catch (error) {
    if (!(error instanceof MigrationFailed)) throw error;
    const failure = storeFailure(error.cause, file);
    if (failure !== undefined) return failure;
    return fail(
      'conflict',
      `${file} could not be brought to this version (${error.message}). It is as it was${backup ? `, with a copy in ${backup}` : ''}. Start the version before this one, and tell support.`,
      { reason: 'migration-failed' },
    );
  }
}

/**
 * Opens a store file, makes it if it is missing and brings it up to date. `:memory:` for tests.
 * Failures by reason: `store-damaged`, `disk-full`, `store-read-only`, `store-locked`, `store-unreachable`,
 * `store-newer` (written by a newer version), `migration-failed`.
 */
export function openDatabase(
  file: string,
  migrations: readonly Migration[],
  options: OpenOptions = {},
): Result<Database> {
  const {
    readonly = false,
    now = Date.now,
    waitMs = 5000,
    connect = openConnection,
    watch,
    partner,
  } = options;
  let connection: Connection | undefined;
  try {
    if (file !== ':memory:') {
      if (readonly && !existsSync(file)) {
        return fail('not-found', `${file} does not exist.`, { reason: 'store-missing' });
      }
      if (!readonly) makeFolder(dirname(file), 0o700);
    }
    connection = connect(file, waitMs);
    if (watch) connection = watchConnection(connection, watch);
    prepareFile(connection, readonly, partner !== undefined);
    const current = readonly
      ? succeed(undefined)
      : bringUpToDate(connection, file, migrations, { now, scrub: options.scrubBackup });
    if (!current.ok) {
      connection.close();
      return current;
    }
    return succeed(makeDatabase({ file, connection, waitMs, watch, partner }));
  } catch (error) {
    connection?.close();
    const failure = storeFailure(error, file);
    if (failure !== undefined) return failure;
    throw error;
  }
}
