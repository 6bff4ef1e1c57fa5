import type { ToolOutcome } from '../../core/agent/tool-catalogue.ts';

/** Far more than the writes that can be under way or repeated at one time. */
const capacity = 2_000;

/** Same key, same effect, once: a repeat gets the first answer, also while the first is still under way. */
export function rememberOutcomes(): (key: string, work: () => Promise<ToolOutcome>) => Promise<ToolOutcome> {
  const outcomes = new Map<string, Promise<ToolOutcome>>();
  return (key, work) => {
    const known = outcomes.get(key);
    if (known !== undefined) return known;
    const outcome = work();
    outcomes.set(key, outcome);
    void outcome.then(({ result }) => {
      // A refusal had no effect, so asking again is a new attempt. A time-out may have had one.
      if (!result.ok && result.failure.kind !== 'timeout') outcomes.delete(key);
    });
    const oldest = outcomes.keys().next();
    if (outcomes.size > capacity && oldest.done !== true) outcomes.delete(oldest.value);
    return outcome;
  };
}
