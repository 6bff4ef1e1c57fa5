import { z } from 'zod';
import { currencyCode, minorUnits } from '../../contracts/money.ts';
import { lineOf, type Plan, type PlanStep, plan, planState, totalOf } from '../../contracts/plan.ts';
import { uuid } from '../../contracts/primitives.ts';
import type { Sentence } from '../../core/agent/tool.ts';

const money = z.object({ amount: minorUnits, currency: currencyCode });

const toldStep = z.object({
  /** A key of the worker's words. */
  type: z.string(),
  name: z.object({ title: z.string(), size: z.string().nullable(), colour: z.string().nullable() }),
  amount: money.optional(),
  store: z.string().optional(),
  number: z.int().positive().optional(),
});
type ToldStep = z.infer<typeof toldStep>;

/** What every tool about a plan gives. */
export const planResult = z.object({
  planId: uuid,
  outcome: planState,
  steps: z.array(toldStep).describe('Of a plan that is stuck those that are left; else all.'),
  trouble: z
    .array(toldStep.pick({ name: true }).extend({ type: z.string() }))
    .describe('Why it did not go on, and at which piece; empty when nothing is wrong.'),
  total: money.optional().describe('Of all pieces of an outfit.'),
  plan,
});
export type PlanResult = z.infer<typeof planResult>;

function told(step: PlanStep, currency: string): ToldStep {
  const { key, piece, quantity, amount, store } = lineOf(step);
  const { title, size, colour } = piece;
  const held = step.type === 'hold' && step.state === 'done' ? step.held : null;
  return {
    type: held === null ? key : `${key}-held`,
    name: { title: quantity === 1 ? title : `${quantity} × ${title}`, size, colour },
    ...(amount !== null && { amount: { amount, currency } }),
    ...(store !== null && { store }),
    ...(held !== null && { number: held.number }),
  };
}

const isLeft = ({ state }: PlanStep): boolean => state === 'done' || state === 'doing';

/** Steps that the next move is about: of a proposal all, of one that goes on those to come, of one to take back those that are done. */
function stepsAhead({ state, steps }: Plan, back: boolean): readonly PlanStep[] {
  if (back || state === 'undoing' || state === 'stuck') return steps.filter(isLeft);
  return state === 'running'
    ? steps.filter((step) => step.state === 'waiting' || step.state === 'doing')
    : steps;
}

export function resultOf(plan: Plan): PlanResult {
  const { planId, state, steps, currency, trouble } = plan;
  const total = totalOf(plan);
  const at = trouble === null ? undefined : steps[trouble.step];
  const { title = '', size = null, colour = null } = at?.piece ?? {};
  return {
    planId,
    outcome: state,
    steps: (state === 'stuck' ? steps.filter(isLeft) : steps).map((step) => told(step, currency)),
    trouble:
      trouble === null ? [] : [{ type: trouble.reason ?? trouble.kind, name: { title, size, colour } }],
    ...(total !== null && { total: { amount: total, currency } }),
    plan,
  };
}

/** Steps as sentences, each of the worker's words under `item.steps_…`. */
const sentencesOf = (steps: readonly PlanStep[], currency: string): readonly Sentence[] =>
  steps.map((step) => {
    const { type, name, amount, store, number } = told(step, currency);
    const values = {
      name,
      ...(amount !== undefined && { amount }),
      ...(store !== undefined && { store }),
      ...(number !== undefined && { number }),
    };
    return { key: `item.steps_${type}`, values };
  });

/** What the shopper says yes to: to have it done or gone on with, or taken back. */
export function consentTo(plan: Plan, back: boolean): Sentence {
  const steps = stepsAhead(plan, back);
  const values = { steps: sentencesOf(steps, plan.currency) };
  const undoing = back || plan.state === 'undoing' || plan.state === 'stuck';
  if (undoing) return steps.length === 0 ? { key: 'confirm.drop' } : { key: 'confirm.undo', values };
  if (plan.state === 'running') return { key: 'confirm.resume', values };
  const total = totalOf(plan);
  return total === null
    ? { key: `confirm.${plan.kind}`, values }
    : { key: 'confirm.outfit', values: { ...values, total: { amount: total, currency: plan.currency } } };
}
