import { z } from 'zod';
import { isOpen, type Plan } from '../../contracts/plan.ts';
import { uuid } from '../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Actor, Shop } from '../../core/shop.ts';
import { consentTo, planResult, resultOf } from './told.ts';

const input = z.strictObject({
  planId: uuid.describe('From the tool that made the plan, or from get_plan.'),
});

export const getPlan = ({ plans }: Shop): Tool =>
  defineTool({
    name: 'get_plan',
    description:
      'The latest plan of this session and how far it is, also where it began on another channel or was cut off.',
    effect: 'read',
    input: z.strictObject({}),
    output: planResult,
    run: async (_input, { actor }) => {
      const plan = await plans.current(actor);
      if (!plan.ok) return plan;
      return plan.value === null ? noPlan() : succeed(resultOf(plan.value));
    },
    present: ({ plan }) => ({ type: 'plan', plan }),
  });

export const continuePlan = ({ plans }: Shop): Tool =>
  defineTool({
    name: 'continue_plan',
    description:
      'Has a plan done, or goes on with one that was cut off, to its end. What fails takes back what was done before it; the outcome says what became of it. Asks the shopper once, for all of it.',
    effect: 'write',
    hints: { idempotent: true },
    input,
    output: planResult,
    consent: async ({ planId }, { actor }) => {
      const plan = await openPlan(plans, actor, planId);
      return plan.ok ? succeed(consentTo(plan.value, false)) : plan;
    },
    run: async ({ planId }, { actor }) => {
      const plan = await plans.proceed(actor, planId);
      return plan.ok ? succeed(resultOf(plan.value)) : plan;
    },
    present: ({ plan }) => ({ type: 'plan', plan }),
  });

export const dropPlan = ({ plans }: Shop): Tool =>
  defineTool({
    name: 'drop_plan',
    description: 'Stops a plan, and takes back what it has done so far.',
    effect: 'write',
    hints: { destructive: true, idempotent: true },
    input,
    output: planResult,
    consent: async ({ planId }, { actor }) => {
      const plan = await openPlan(plans, actor, planId);
      return plan.ok ? succeed(consentTo(plan.value, true)) : plan;
    },
    run: async ({ planId }, { actor }) => {
      const plan = await plans.drop(actor, planId);
      return plan.ok ? succeed(resultOf(plan.value)) : plan;
    },
    present: ({ plan }) => ({ type: 'plan', plan }),
  });

/** Nobody is asked about what is over. */
async function openPlan(plans: Shop['plans'], actor: Actor, planId: string): Promise<Result<Plan>> {
  const current = await plans.current(actor);
  if (!current.ok) return current;
  const plan = current.value;
  if (plan === null) return noPlan();
  if (plan.planId !== planId) {
    return fail('not-found', 'There is no such plan any more. Look at the current one by get_plan.', {
      reason: 'plan-unknown',
      details: { planId: plan.planId },
    });
  }
  if (isOpen(plan)) return succeed(plan);
  return plan.state === 'done'
    ? fail('conflict', 'This plan is done already. Take back single pieces by their own tools.', {
        reason: 'plan-done',
      })
    : fail('conflict', 'This plan has been taken back. Make a new one.', { reason: 'plan-over' });
}

const noPlan = () =>
  fail('not-found', 'This session has no plan. Make one with one of the plan_ tools.', { reason: 'no-plan' });
