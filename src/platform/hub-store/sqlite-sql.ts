import type { Connection } from '../store/connection.ts';
import type { Query } from '../store/open-database.ts';
import type { Sql } from './sql.ts';

/** Runs on the connection at once, so that inside of a transaction it is a part of it. */
export function createSqliteSql(connection: Connection): Sql {
  return {
    all: async <Row>(text: string, ...values: Parameters<Sql['run']>[1][]) =>
      connection.prepare<Row>(text).all(...values),
    first: async <Row>(text: string, ...values: Parameters<Sql['run']>[1][]) =>
      connection.prepare<Row>(text).first(...values),
    run: async (text, ...values) => connection.prepare(text).run(...values),
  };
}

/** The same in the queue for the connection: a transaction that runs is waited for, and nothing of it is seen before its commit. */
export function createQueuedSql(sql: Sql, query: Query): Sql {
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => query.connection().execute(work);
  return {
    all: (text, ...values) => inTurn(() => sql.all(text, ...values)),
    first: (text, ...values) => inTurn(() => sql.first(text, ...values)),
    run: (text, ...values) => inTurn(() => sql.run(text, ...values)),
  };
}
