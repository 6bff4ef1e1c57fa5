import type { Plan, PlanPiece, PlanStep } from '../../contracts/plan.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Actor, Shop } from '../shop.ts';

/** The services of a shop that a plan is made of. */
export type PlanServices = Pick<
  Shop,
  'browsing' | 'stock' | 'carts' | 'holds' | 'payments' | 'orders' | 'policy'
>;

export interface PlanRoom {
  readonly actor: Actor;
  readonly shop: PlanServices;
}

export type StepOf<T extends PlanStep['type']> = Extract<PlanStep, { type: T }>;

/**
 * How one type of step is done and taken back. Both may be asked for again after a crash: what is done is found, and not done
 * twice. A failure of `perform` has changed nothing that `undo` would not take back, but for `timeout`: whether it was done is unknown.
 */
export interface StepRules<S extends PlanStep> {
  /** What has to be known of the time before it, and is written down before anything is done. */
  begin(step: S, room: PlanRoom): Promise<Result<S>>;
  /** `again`: it had begun before. */
  perform(step: S, room: PlanRoom, plan: Plan, again: boolean): Promise<Result<S>>;
  undo(step: S, room: PlanRoom): Promise<Result<void>>;
}

/** What the shopper said yes to has a price: at another one nothing is done. */
export async function priceStands({ shop }: PlanRoom, piece: PlanPiece): Promise<Result<void>> {
  const found = await shop.browsing.resolve({ sku: piece.sku });
  if (!found.ok) return found;
  if (found.value.variant.price === piece.unitPrice) return succeed(undefined);
  return fail('conflict', `The price of ${piece.title} has changed. Make the plan anew and show it.`, {
    reason: 'figures-changed',
    details: { sku: piece.sku, before: piece.unitPrice, now: found.value.variant.price },
  });
}
