import { fail, type Result, succeed } from '../../../contracts/result.ts';

/** Where a hub's PostgreSQL is. */
export interface PostgresAddress {
  /** As given, password and all: for the connection alone, never for a message. */
  readonly url: string;
  /** The same for people: `postgres://user@host:5432/database`. */
  readonly shown: string;
}

/** Reads `DATABASE_URL`. Failure `database-url`: it is no address of a PostgreSQL database. */
export function readPostgresAddress(url: string): Result<PostgresAddress> {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const database = parsed?.pathname.slice(1) ?? '';
  if (!parsed || !/^postgres(ql)?:$/u.test(parsed.protocol) || database === '') {
    return fail('invalid', 'DATABASE_URL must be like postgres://user:password@host:5432/database.', {
      reason: 'database-url',
    });
  }
  const host = parsed.searchParams.get('host') ?? parsed.host;
  const user = parsed.username === '' ? '' : `${parsed.username}@`;
  return succeed({ url, shown: `postgres://${user}${host}/${database}` });
}
