import { isOpen, isUnderWay, type Plan } from '../../contracts/plan.ts';

/** Of two states of one plan the one of more changes, whoever's clock says what; of two plans the one that changed last. */
function laterPlan(known: Plan, told: Plan): Plan {
  const later =
    known.planId === told.planId && known.revision !== told.revision
      ? told.revision > known.revision
      : Date.parse(told.at) >= Date.parse(known.at);
  return later ? told : known;
}

/** How much there is to lose. */
const weight = (plan: Plan): number => (isUnderWay(plan) ? 2 : isOpen(plan) ? 1 : 0);

/**
 * What a session keeps that has a plan and is told of one: by another channel, or of a session that becomes one with it. What is under
 * way comes before what is only proposed, and that before what is over.
 */
export function planOfBoth(kept: Plan | null, added: Plan | null): Plan | null {
  if (kept === null || added === null) return kept ?? added;
  if (kept.planId === added.planId || weight(kept) === weight(added)) return laterPlan(kept, added);
  return weight(kept) > weight(added) ? kept : added;
}
