import { fail, type Result } from '../../../contracts/result.ts';
import type { PostgresAddress } from './address.ts';

/**
 * What PostgreSQL or the way to it refused. Without the original error, whose details repeat values: these are in the log
 * of no one.
 */
export class PostgresError extends Error {
  /** SQLSTATE, or the system's code such as `ECONNREFUSED`. */
  readonly code: string;

  constructor(error: unknown) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'connection';
    super(`PostgreSQL: ${wordsOf(error)} (${code})`);
    this.name = 'PostgresError';
    this.code = code;
  }
}

/** An attempt on several addresses of one name has no message of its own. */
function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return wordsOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

/** The transaction can be run again from its beginning: nothing of it was done. */
export const isRepeatable = (error: unknown): boolean =>
  error instanceof PostgresError && (error.code === '40001' || error.code === '40P01');

/** One line for who started the hub; undefined for what is a bug of ours. */
export function openFailure(error: unknown, { shown }: PostgresAddress): Result<never> | undefined {
  if (!(error instanceof PostgresError)) return undefined;
  const { code } = error;
  if (code === '28P01' || code === '28000') {
    return refuse(
      'database-denied',
      `${shown} refuses this user. Correct user and password in DATABASE_URL.`,
    );
  }
  if (code === '3D000') {
    return refuse(
      'database-missing',
      `${shown} does not exist. Create it with: createdb, or correct DATABASE_URL.`,
    );
  }
  if (code === '42501') {
    return refuse(
      'database-denied',
      `The user of ${shown} may not make tables there. Make the user the owner of the database.`,
    );
  }
  // A system's code, a connection that ended, or one of SQLSTATE that means the same.
  if (!/^[0-9A-Z]{5}$/u.test(code) || /^(08|57)/u.test(code) || code === '53300') {
    return refuse(
      'database-unreachable',
      `${shown} cannot be reached (${code}). Start PostgreSQL, or correct DATABASE_URL.`,
    );
  }
  return undefined;
}

const refuse = (reason: string, message: string): Result<never> => fail('offline', message, { reason });
