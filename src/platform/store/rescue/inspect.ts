import { type Connection, openConnection } from '../connection.ts';
import { codeOf } from '../store-failure.ts';
import { isLogBroken } from './pages.ts';
import { vitalNames } from './vital-rows.ts';

/** Undefined: well. Otherwise what is wrong, for the log. Throws what SQLite says when the file cannot be looked at. */
export function findDamage(file: string, { thorough }: { readonly thorough: boolean }): string | undefined {
  let connection: Connection | undefined;
  try {
    // Before SQLite opens the file: it would write over what it passes over.
    if (thorough && isLogBroken(file)) return 'its log is broken before its end';
    connection = openConnection(file);
    return checkTables(connection) ?? (thorough ? checkAll(connection) : undefined);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return codeOf(error);
  } finally {
    connection?.close();
  }
}

/** Bytes that are not a database's, or that the disk does not give. */
export const isDamage = (error: unknown): boolean =>
  /^SQLITE_(NOTADB|CORRUPT|IOERR_(READ|SHORT_READ|CORRUPTFS|DATA))/.test(codeOf(error));

/** The schema and the tables that cannot be fetched again, with their indexes: a few milliseconds. */
function checkTables(connection: Connection): string | undefined {
  for (const table of ['sqlite_schema', ...tablesOf(connection, ['migration', ...vitalNames])]) {
    const fault = faultOf(connection, `PRAGMA integrity_check(${table})`);
    if (fault !== undefined) return fault;
  }
  return brokenDocument(connection, ['outbox'], 'body');
}

/** Those of the tables that are there: none in a file that was made and never filled. */
function tablesOf(connection: Connection, names: readonly string[]): readonly string[] {
  const there = connection
    .prepare<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all();
  return names.filter((wanted) => there.some(({ name }) => name === wanted));
}

/** Everything: the time grows with the file, 1 s for 100,000 variants on a slow machine. */
function checkAll(connection: Connection): string | undefined {
  return (
    faultOf(connection, 'PRAGMA quick_check') ??
    brokenDocument(connection, ['store', 'offer', 'product', 'session'], 'document')
  );
}

function faultOf(connection: Connection, pragma: string): string | undefined {
  const [row] = connection.prepare<Record<string, string>>(pragma).all();
  const [verdict] = Object.values(row ?? {});
  return verdict === 'ok' ? undefined : (verdict ?? 'no answer');
}

/** SQLite does not see damage within a text; a JSON parser does. */
function brokenDocument(
  connection: Connection,
  tables: readonly string[],
  column: string,
): string | undefined {
  for (const table of tablesOf(connection, tables)) {
    const [row] = connection
      .prepare<{ broken: number }>(`SELECT count(*) AS broken FROM ${table} WHERE NOT json_valid(${column})`)
      .all();
    if (row !== undefined && row.broken > 0) return `${row.broken} broken documents in ${table}`;
  }
  return undefined;
}
