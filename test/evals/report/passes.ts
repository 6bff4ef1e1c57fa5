/**
 * The chance that all of so many further trials of a task would pass, estimated without bias from `passed` of `trials`:
 * C(passed, times) / C(trials, times), as in τ-bench (https://arxiv.org/abs/2406.12045, section 3).
 */
export function passAll(trials: number, passed: number, times: number): number {
  let chance = 1;
  for (let index = 0; index < times; index += 1) chance *= Math.max(0, passed - index) / (trials - index);
  return chance;
}

/** pass^1 to pass^k over tasks that were tried k times each, by how often each passed. */
export const passesUpTo = (trials: number, passed: readonly number[]): readonly number[] =>
  Array.from({ length: trials }, (_, index) => {
    const sum = passed.reduce((total, one) => total + passAll(trials, one, index + 1), 0);
    return passed.length === 0 ? 1 : sum / passed.length;
  });
