import { storeFailure } from '../store/store-failure.ts';
import { PostgresError } from './postgres/failure.ts';

/**
 * Whether a transaction failed for a reason outside of it that passes: a full disk, another writer, a database that is away.
 * Then nothing was decided, and the same may be asked for again; any other failure is a bug.
 */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof PostgresError)) return storeFailure(error, '') !== undefined;
  // Codes of the system, and classes of SQLSTATE: connection, rollback, resources, state of an object, operator, system.
  return !/^[0-9A-Z]{5}$/u.test(error.code) || /^(08|40|53|55|57|58|XX|25P03)/u.test(error.code);
}
