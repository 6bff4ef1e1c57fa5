import type { Plan } from './plan.ts';

/** Replays of one shrinking at most; a plan of 70 steps takes about half of them. */
const mostReplays = 300;

/** The plan with some of its items, by their place in the whole one. */
export const keepItems = (plan: Plan, kept: readonly number[]): Plan => ({
  ...plan,
  items: plan.items.filter((_, index) => kept.includes(index)),
});

/**
 * Takes away from a plan that fails whatever it fails without, in ever smaller pieces (delta debugging, Zeller 1999). Gives
 * the places of the items that are left.
 */
export async function shrinkPlan(
  plan: Plan,
  fails: (smaller: Plan) => Promise<boolean>,
): Promise<readonly number[]> {
  let kept = plan.items.map((_, index) => index);
  let replays = 0;
  const without = async (from: number, to: number): Promise<boolean> => {
    replays += 1;
    const rest = [...kept.slice(0, from), ...kept.slice(to)];
    if (!(await fails(keepItems(plan, rest)))) return false;
    kept = rest;
    return true;
  };
  for (let size = Math.ceil(kept.length / 2); size >= 1; ) {
    let shorter = false;
    // From the end: what came after the failure goes first.
    for (let to = kept.length; to > 0 && replays < mostReplays; to -= size) {
      if (await without(Math.max(0, to - size), to)) shorter = true;
    }
    if (replays >= mostReplays) break;
    if (size === 1 && !shorter) break;
    size = size === 1 ? 1 : Math.ceil(size / 2);
  }
  return kept;
}
