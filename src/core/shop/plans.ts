import { isUnderWay, type Plan } from '../../contracts/plan.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { planOfBoth } from '../plans/later-plan.ts';
import type { PlanServices } from '../plans/plan-room.ts';
import { runPlan, type SavePlan, undoPlan } from '../plans/run-plan.ts';
import { openSession } from '../session/open-session.ts';
import type { Actor, Plans } from '../shop.ts';
import type { ShopParts } from './parts.ts';
import type { Proposal } from './plans/proposal.ts';
import { proposeElsewhere } from './plans/propose-elsewhere.ts';
import { proposeOutfit } from './plans/propose-outfit.ts';
import { proposeReturnAndBuy } from './plans/propose-return-and-buy.ts';
import { proposeSizeSwap } from './plans/propose-size-swap.ts';
import { createSerial } from './serial.ts';

export function createPlans(parts: ShopParts, shop: PlanServices): Plans {
  // One of its own: the services that a plan calls take turns with whatever else the session does.
  const inTurn = createSerial();
  const propose = (actor: Actor, make: () => Promise<Result<Proposal>>): Promise<Result<Plan>> =>
    inTurn(actor.sessionId, async () => {
      const known = await current(parts, actor);
      if (!known.ok) return known;
      if (known.value !== null && isUnderWay(known.value)) return underWay(known.value);
      const proposal = await make();
      return proposal.ok ? begin(parts, actor, proposal.value) : proposal;
    });
  const named = (actor: Actor, planId: string, work: (plan: Plan) => Promise<Result<Plan>>) =>
    inTurn(actor.sessionId, async () => {
      const known = await current(parts, actor);
      if (!known.ok) return known;
      return known.value?.planId === planId ? work(known.value) : unknownPlan(known.value);
    });
  return {
    current: (actor) => current(parts, actor),
    outfit: (actor, wish) => propose(actor, () => proposeOutfit(parts, actor, wish)),
    sizeSwap: (actor, reservationId, size) =>
      propose(actor, () => proposeSizeSwap(parts, shop, actor, reservationId, size)),
    returnAndBuy: (actor, wish) => propose(actor, () => proposeReturnAndBuy(parts, shop, actor, wish)),
    elsewhere: (actor, wish) => propose(actor, () => proposeElsewhere(parts, shop, actor, wish)),
    proceed: (actor, planId) =>
      named(actor, planId, async (plan) => {
        if (plan.state === 'done') return succeed(plan);
        if (plan.state === 'undone') return over();
        return runPlan(plan, { actor, shop }, saveOf(parts, actor));
      }),
    drop: (actor, planId) =>
      named(actor, planId, async (plan) => {
        if (plan.state === 'undone') return succeed(plan);
        if (plan.state === 'done') {
          return fail(
            'conflict',
            'This plan is done. Take back single pieces: the holds, or lines of the bag.',
            {
              reason: 'plan-done',
            },
          );
        }
        return undoPlan(plan, { actor, shop }, saveOf(parts, actor));
      }),
    carry: (from, to) =>
      inTurn(to.sessionId, async () => {
        const known = await current(parts, to);
        if (!known.ok) return known;
        if (planOfBoth(known.value, from) !== from) return succeed(undefined);
        return parts.operations.execute({ type: 'plan-set', sessionId: to.sessionId, plan: from });
      }),
  };
}

const current = ({ store }: ShopParts, { sessionId }: Actor): Promise<Result<Plan | null>> =>
  store.read(async (transaction) => {
    const session = await openSession(transaction, sessionId);
    return session.ok ? succeed(session.value.plan) : session;
  });

async function begin(parts: ShopParts, { sessionId }: Actor, proposal: Proposal): Promise<Result<Plan>> {
  const { operations, environment } = parts;
  const planId = environment.newId();
  const made = await operations.executeDraft(async (transaction) => {
    const session = await openSession(transaction, sessionId);
    if (!session.ok) return session;
    const known = session.value.plan;
    if (known !== null && isUnderWay(known)) return underWay(known);
    // Another channel's clock may be ahead: what is proposed now is the later one all the same.
    const at = new Date(Math.max(environment.now(), known === null ? 0 : Date.parse(known.at))).toISOString();
    const plan: Plan = { ...proposal, planId, state: 'proposed', revision: 1, at, trouble: null };
    return succeed({ type: 'plan-set' as const, sessionId, plan });
  });
  return made.ok ? succeed(made.value.plan) : made;
}

/** Two who go on with the same plan at once (phone and kiosk, two processes of a hub): the second is told so. */
const saveOf =
  ({ operations, environment }: ShopParts, { sessionId }: Actor): SavePlan =>
  async (changed) => {
    const plan: Plan = {
      ...changed,
      revision: changed.revision + 1,
      at: new Date(environment.now()).toISOString(),
    };
    const saved = await operations.executeDraft(async (transaction) => {
      const session = await openSession(transaction, sessionId);
      if (!session.ok) return session;
      const known = session.value.plan;
      if (known?.planId !== changed.planId || known.revision !== changed.revision) {
        return fail('conflict', 'Somebody else has gone on with this plan. Look at it again.', {
          reason: 'plan-moved-on',
        });
      }
      return succeed({ type: 'plan-set' as const, sessionId, plan });
    });
    return saved.ok ? succeed(plan) : saved;
  };

const underWay = ({ planId, kind }: Plan) =>
  fail(
    'conflict',
    'Another plan is under way. Go on with it by continue_plan, or take it back by drop_plan.',
    {
      reason: 'plan-under-way',
      details: { planId, kind },
    },
  );

const unknownPlan = (known: Plan | null) =>
  fail('not-found', 'There is no such plan any more. Look at the current one by get_plan, or make one.', {
    reason: 'plan-unknown',
    details: { planId: known?.planId ?? null },
  });

const over = () =>
  fail('conflict', 'This plan has been taken back. Make a new one.', { reason: 'plan-over' });
