import type { Failure } from '../../contracts/result.ts';

/** Tries that are left after a wrong code, where the failure says so. */
export const triesLeft = (failure: Failure): number | null => {
  const left = failure.details?.attemptsLeft;
  return typeof left === 'number' ? left : null;
};
