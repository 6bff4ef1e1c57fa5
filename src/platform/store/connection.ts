import Libsql from 'libsql';

export type SqlValue = string | number | null;

export interface Statement<Row> {
  all(...parameters: readonly SqlValue[]): readonly Row[];
  first(...parameters: readonly SqlValue[]): Row | undefined;
  /** Rows are read from the file as they are asked for; stop early by `break`. */
  iterate(...parameters: readonly SqlValue[]): IterableIterator<Row>;
  /** Gives the number of rows changed. */
  run(...parameters: readonly SqlValue[]): number;
}

/** SQLite, synchronous. Only for hot paths and set-up; repositories use `Database.query`. */
export interface Connection {
  /** Prepared once by text and kept. `Row` is what the caller knows its columns to be. */
  prepare<Row = never>(sql: string): Statement<Row>;
  /** Any number of statements, without parameters. */
  execute(sql: string): void;
  /** Whether a transaction runs. Not to be asked of `raw`, which ends the process once the file is closed. */
  inTransaction(): boolean;
  readonly raw: Libsql.Database;
  /** libsql keeps the file open until the garbage collector has taken the statements; so cut the log before, if it matters. */
  close(): void;
}

/** How a file is reached; injected so that a simulation can put a disk that crashes in between. */
export type Connect = (file: string, waitMs: number) => Connection;

/** Result codes that opening can end with (https://sqlite.org/rescode.html). */
const openingCodes: Readonly<Record<string, string>> = {
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
};

function openFile(file: string, waitMs: number): Libsql.Database {
  try {
    return new Libsql(file, { timeout: waitMs });
  } catch (error) {
    // libsql gives the code of a file that it cannot open as a number at the end of the words only.
    const number = error instanceof Error ? /: (\d+)"\)$/.exec(error.message)?.[1] : undefined;
    const code = number && openingCodes[Number(number) % 256];
    throw code ? Object.assign(new Error(`${file} cannot be opened`, { cause: error }), { code }) : error;
  }
}

/** The first row, a third of the work of asking for all: libsql's iterator costs more than the row. */
function singleRow(statement: Libsql.Statement): (parameters: readonly SqlValue[]) => unknown {
  // As values: libsql puts a field of its own into a row that it gives as an object.
  statement.raw();
  const names = statement.columns().map(({ name }) => name);
  return (parameters) => {
    const values = statement.get(parameters) as readonly SqlValue[] | undefined;
    if (values === undefined) return undefined;
    const row: Record<string, SqlValue> = {};
    for (const [index, name] of names.entries()) row[name] = values[index] ?? null;
    return row;
  };
}

/** libsql ends the whole process where a statement of a closed file is used. */
export function assertOpen(raw: Libsql.Database): void {
  if (!raw.open) throw new Error('The store file has been closed');
}

export function openConnection(file: string, waitMs = 5000): Connection {
  const raw = openFile(file, waitMs);
  const statements = new Map<string, Statement<unknown>>();

  const makeStatement = (sql: string): Statement<unknown> => {
    let prepared: Libsql.Statement | undefined;
    let single: ((parameters: readonly SqlValue[]) => unknown) | undefined;
    // At its first use: most of what a file is opened with is not needed at once.
    const statement = (): Libsql.Statement => {
      assertOpen(raw);
      prepared ??= raw.prepare(sql);
      return prepared;
    };
    // Bound as one array: libsql takes a single `null` for a set of named parameters.
    return {
      all: (...parameters) => statement().all(parameters),
      first: (...parameters) => {
        assertOpen(raw);
        single ??= singleRow(raw.prepare(sql));
        return single(parameters);
      },
      iterate: (...parameters) => statement().iterate(parameters),
      run: (...parameters) => statement().run(parameters).changes,
    };
  };

  return {
    raw,
    inTransaction: () => raw.open && raw.inTransaction,
    prepare: <Row>(sql: string) => {
      let statement = statements.get(sql);
      if (statement === undefined) {
        statement = makeStatement(sql);
        statements.set(sql, statement);
      }
      return statement as Statement<Row>;
    },
    execute: (sql) => {
      assertOpen(raw);
      raw.exec(sql);
    },
    close: () => {
      statements.clear();
      raw.close();
    },
  };
}
