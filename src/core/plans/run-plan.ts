import type { Plan, PlanStep } from '../../contracts/plan.ts';
import { assertNever, type Failure, type Result, succeed } from '../../contracts/result.ts';
import type { PlanRoom, StepRules } from './plan-room.ts';
import { bagStep } from './steps/bag-step.ts';
import { holdStep } from './steps/hold-step.ts';
import { payStep } from './steps/pay-step.ts';
import { returnStep } from './steps/return-step.ts';

/** Makes a state of the plan durable; fails where somebody else has gone on with it. Gives it as it was written. */
export type SavePlan = (plan: Plan) => Promise<Result<Plan>>;

/** The type checker cannot follow a step and its rules through one variable. */
function rulesOf({ type }: PlanStep): StepRules<PlanStep> {
  switch (type) {
    case 'hold':
      return holdStep as unknown as StepRules<PlanStep>;
    case 'bag':
      return bagStep as unknown as StepRules<PlanStep>;
    case 'pay':
      return payStep as unknown as StepRules<PlanStep>;
    case 'return':
      return returnStep as unknown as StepRules<PlanStep>;
    default:
      return assertNever(type);
  }
}

const withStep = (plan: Plan, index: number, step: PlanStep): Plan => ({
  ...plan,
  steps: plan.steps.map((one, at) => (at === index ? step : one)),
});

const troubleOf = (step: number, { kind, reason }: Failure): Plan['trouble'] => ({
  step,
  kind,
  reason: reason?.slice(0, 60) ?? null,
});

/** What a step leaves untouched and only whoever asks can mend: the plan stays where it is. */
const staysPut = (failure: Failure): boolean => failure.reason === 'needs-shop-floor';

/**
 * Goes on with a plan to its end: done, or taken back as far as it goes. Each state is durable before the deed that it is about and
 * after it, so that whoever finds a plan after a crash knows what may have been done. A failure is one of the asking, and has changed
 * nothing; what failed of the plan is in the plan.
 */
export async function runPlan(found: Plan, room: PlanRoom, save: SavePlan): Promise<Result<Plan>> {
  let plan = found;
  for (;;) {
    if (plan.state === 'undoing' || plan.state === 'stuck') return undoPlan(plan, room, save);
    const index = plan.steps.findIndex(({ state }) => state === 'doing' || state === 'waiting');
    const step = plan.steps[index];
    if (step === undefined) return save({ ...plan, state: 'done', trouble: null });
    const moved = await oneStep(plan, index, step, room, save);
    if (!moved.ok) return moved;
    plan = moved.value;
    // Whether it was done is not known: asking again is for later.
    if (plan.trouble !== null && plan.state !== 'undoing') return succeed(plan);
  }
}

async function oneStep(
  plan: Plan,
  index: number,
  step: PlanStep,
  room: PlanRoom,
  save: SavePlan,
): Promise<Result<Plan>> {
  const rules = rulesOf(step);
  const again = step.state === 'doing';
  let begun = plan;
  if (!again) {
    const ready = await rules.begin(step, room);
    if (!ready.ok) return failed(plan, index, ready.failure, save);
    const doing = { ...ready.value, state: 'doing' } as const;
    const saved = await save({ ...withStep(plan, index, doing), state: 'running', trouble: null });
    if (!saved.ok) return saved;
    begun = saved.value;
  }
  const current = begun.steps[index] ?? step;
  const did = await rules.perform(current, room, begun, again);
  if (did.ok) return save({ ...withStep(begun, index, { ...did.value, state: 'done' }), trouble: null });
  if (did.failure.kind === 'timeout') return save({ ...begun, trouble: troubleOf(index, did.failure) });
  return failed(begun, index, did.failure, save);
}

async function failed(plan: Plan, index: number, failure: Failure, save: SavePlan): Promise<Result<Plan>> {
  if (staysPut(failure)) return { ok: false, failure };
  const untouched = plan.steps.every(({ state }) => state === 'waiting');
  // Without the hub nothing has begun: it can be tried again as it is.
  if (untouched && failure.kind === 'offline') return { ok: false, failure };
  const step = plan.steps[index];
  if (step === undefined) return succeed(plan);
  const marked = withStep(plan, index, { ...step, state: 'failed' });
  return save({ ...marked, state: 'undoing', trouble: troubleOf(index, failure) });
}

/**
 * Takes back, last first, what the plan itself has done; of a step that failed, what it may have begun. What cannot be taken back
 * stays `done`, and the others are taken back all the same.
 */
export async function undoPlan(found: Plan, room: PlanRoom, save: SavePlan): Promise<Result<Plan>> {
  let plan = found;
  let left: Failure | undefined;
  let leftAt = 0;
  for (let index = plan.steps.length - 1; index >= 0; index -= 1) {
    const step = plan.steps[index];
    if (step === undefined || step.state === 'waiting' || step.state === 'undone') continue;
    const undone = await rulesOf(step).undo(step, room);
    if (!undone.ok) {
      left ??= undone.failure;
      leftAt = index;
      continue;
    }
    if (step.state === 'failed') continue;
    const saved = await save({ ...withStep(plan, index, { ...step, state: 'undone' }), state: 'undoing' });
    if (!saved.ok) return saved;
    plan = saved.value;
  }
  if (left === undefined) return save({ ...plan, state: 'undone' });
  return save({ ...plan, state: 'stuck', trouble: plan.trouble ?? troubleOf(leftAt, left) });
}
