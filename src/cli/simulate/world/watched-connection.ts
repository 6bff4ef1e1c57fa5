import type { Connection, Statement } from '../../../platform/store/connection.ts';

export interface ConnectionWatcher {
  /** Does the commit; called in place of it. */
  onCommit(commit: () => void): void;
  /** Something else was run outside of a transaction: it may have written, moved the log, or set a pragma. */
  onOther(statement: string): void;
}

const isCommit = (sql: string): boolean => /^\s*(commit|end)\b/i.test(sql);
const isBegin = (sql: string): boolean => /^\s*begin\b/i.test(sql);
const isRollback = (sql: string): boolean => /^\s*rollback\b/i.test(sql);

/**
 * The connection with a watcher between it and the engine. The engine reaches SQLite by two ways, its own statements and
 * `raw` (which kysely drives); both come by here.
 */
export function watchConnection(inner: Connection, watcher: ConnectionWatcher): Connection {
  let inTransaction = false;

  const watched = <T>(sql: string, run: () => T): T => {
    if (isCommit(sql)) {
      let value: T | undefined;
      watcher.onCommit(() => {
        value = run();
      });
      inTransaction = false;
      return value as T;
    }
    const value = run();
    if (isBegin(sql)) inTransaction = true;
    else if (isRollback(sql)) inTransaction = false;
    else if (!inTransaction) watcher.onOther(sql);
    return value;
  };

  const watchStatement = <Row>(sql: string, statement: Statement<Row>): Statement<Row> => ({
    all: (...parameters) =>
      /^\s*pragma\b/i.test(sql)
        ? watched(sql, () => statement.all(...parameters))
        : statement.all(...parameters),
    first: (...parameters) => statement.first(...parameters),
    iterate: (...parameters) => statement.iterate(...parameters),
    run: (...parameters) => watched(sql, () => statement.run(...parameters)),
  });

  // Own methods over the real object's: what is not named here is the real one's.
  const raw = Object.create(inner.raw) as typeof inner.raw;
  raw.exec = (sql: string) => {
    watched(sql, () => inner.raw.exec(sql));
    return raw;
  };
  raw.prepare = ((sql: string) => {
    const statement = inner.raw.prepare(sql);
    const run = statement.run.bind(statement);
    statement.run = (...parameters: unknown[]) => watched(sql, () => run(...parameters));
    return statement;
  }) as typeof inner.raw.prepare;

  const statements = new Map<string, Statement<unknown>>();
  return {
    raw,
    inTransaction: inner.inTransaction,
    prepare: <Row>(sql: string) => {
      let statement = statements.get(sql);
      if (statement === undefined) {
        statement = watchStatement(sql, inner.prepare<unknown>(sql));
        statements.set(sql, statement);
      }
      return statement as Statement<Row>;
    },
    execute: (sql) => {
      watched(sql, () => inner.execute(sql));
    },
    close: inner.close,
  };
}
