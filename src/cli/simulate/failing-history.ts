import type { PlayGround } from './many/play-ground.ts';
import { clockText, describeItem } from './plan/describe.ts';
import type { Plan } from './plan/plan.ts';
import { keepItems, shrinkPlan } from './plan/shrink.ts';
import type { Violation } from './truth/violation.ts';

export interface FailingHistory {
  readonly seed: number;
  readonly violation: Violation;
  /** Places of the steps in the seed's plan that it takes to fail. */
  readonly keep: readonly number[];
  readonly stock: Plan['stock'];
  /** The steps, in words. */
  readonly steps: readonly string[];
  /** What happened when only these are played, in words. */
  readonly trace: readonly string[];
  /** What to type to play it again. */
  readonly command: string;
}

/** Makes the history of a failing plan as short as it gets. */
export async function shortenHistory(
  ground: PlayGround,
  plan: Plan,
  { engine, mutant }: { readonly engine: string; readonly mutant: boolean },
): Promise<FailingHistory | undefined> {
  const { seed, kiosks } = plan;
  const first = await ground.play(plan, engine);
  if (first.violation === null) return undefined;
  const { invariant } = first.violation;
  const keep = await shrinkPlan(
    plan,
    async (smaller) => (await ground.play(smaller, engine)).violation?.invariant === invariant,
  );
  const last = await ground.play(keepItems(plan, keep), engine, { keepTrace: true });
  const variant = engine === 'escrow' ? '' : ` --${mutant ? 'mutant' : 'engine'} ${engine}`;
  return {
    seed,
    violation: last.violation ?? first.violation,
    keep,
    stock: plan.stock,
    steps: keepItems(plan, keep).items.map(describeItem),
    trace: last.trace.map(traceText),
    command: `npm run --silent aisle -- simulate --seed ${seed} --runs 1 --kiosks ${kiosks}${variant} --keep ${keep.join(',')}`,
  };
}

/** A line of the trace with its time as a clock shows it. */
function traceText(line: string): string {
  const space = line.indexOf(' ');
  return `${clockText(Number(line.slice(0, space)))}  ${line.slice(space + 1)}`;
}

export function historyText(history: FailingHistory): string {
  const stock = Object.entries(history.stock).map(([sku, units]) => `${units} of ${sku}`);
  return [
    `Seed ${history.seed} breaks '${history.violation.invariant}':`,
    `  ${history.violation.message}`,
    '',
    `The shortest history found: ${history.steps.length} steps. The shop has ${stock.join(', ')}.`,
    ...history.steps.map((step) => `  ${step}`),
    '',
    'What happened:',
    ...history.trace.map((line) => `  ${line}`),
    '',
    'Play it again:',
    `  ${history.command}`,
    '',
  ].join('\n');
}
