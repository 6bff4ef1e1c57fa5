import { createHash } from 'node:crypto';
import type { QueryConfig, QueryResult } from 'pg';
import type { Sql } from '../sql.ts';
import { PostgresError } from './failure.ts';
import { postgresText } from './text.ts';

/** A client or a pool of `pg`. */
export interface Queryable {
  query(config: QueryConfig): Promise<QueryResult>;
}

interface Prepared {
  readonly name: string;
  readonly text: string;
}
const known = new Map<string, Prepared>();

/** A name makes PostgreSQL prepare the text once for each connection. */
function prepared(text: string): Prepared {
  let found = known.get(text);
  if (found === undefined) {
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 22);
    found = { name, text: postgresText(text) };
    known.set(text, found);
  }
  return found;
}

/** Errors are `PostgresError`. */
export function createPostgresSql(client: Queryable): Sql {
  const run = async (text: string, values: readonly unknown[]): Promise<QueryResult> => {
    try {
      return await client.query({ ...prepared(text), values: [...values] });
    } catch (error) {
      throw new PostgresError(error);
    }
  };
  return {
    all: async <Row>(text: string, ...values: readonly unknown[]) => (await run(text, values)).rows as Row[],
    first: async <Row>(text: string, ...values: readonly unknown[]) =>
      (await run(text, values)).rows[0] as Row | undefined,
    run: async (text, ...values) => (await run(text, values)).rowCount ?? 0,
  };
}
