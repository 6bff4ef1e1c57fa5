import type { Result } from '../../contracts/result.ts';

/** The value of a result that the test needs to go on. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.kind}: ${result.failure.message}`);
  return result.value;
}
