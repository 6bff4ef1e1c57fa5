import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { assertOpen, type Connection } from './connection.ts';

/** Texts that are kept; a list in a text makes as many texts as it has lengths. */
const mostStatements = 500;

/** SQLite as kysely drives it. kysely prepares every query anew, which costs as much as running it: here by text, once. */
export function keepStatements({ raw }: Connection): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>();
  return {
    prepare: (sql) => {
      assertOpen(raw);
      const known = kept.get(sql);
      if (known) return known;
      const statement = raw.prepare(sql);
      const own: SqliteStatement = {
        reader: statement.reader,
        all: (parameters) => statement.all(parameters),
        run: (parameters) => {
          const { changes, lastInsertRowid } = statement.run(parameters);
          return { changes, lastInsertRowid };
        },
        iterate: (parameters) => statement.iterate(parameters) as IterableIterator<unknown>,
      };
      if (kept.size >= mostStatements) kept.clear();
      kept.set(sql, own);
      return own;
    },
    close: () => raw.close(),
  };
}
