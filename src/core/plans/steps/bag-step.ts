import { maximumLineQuantity } from '../../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../../contracts/result.ts';
import { type PlanRoom, priceStands, type StepOf, type StepRules } from '../plan-room.ts';

async function unitsInBag({ shop, actor }: PlanRoom, sku: string): Promise<Result<number>> {
  const bag = await shop.carts.view(actor);
  if (!bag.ok) return bag;
  return succeed(bag.value.lines.find((line) => line.sku === sku)?.quantity ?? 0);
}

const target = ({ before, change }: StepOf<'bag'>): number => Math.max(0, (before ?? 0) + change);

/** A line has its quantity before the step or after it; at any other the shopper has had a hand in it, and that counts. */
export const bagStep: StepRules<StepOf<'bag'>> = {
  async begin(step, room) {
    const stands = step.change > 0 ? await priceStands(room, step.piece) : succeed(undefined);
    if (!stands.ok) return stands;
    const units = await unitsInBag(room, step.piece.sku);
    if (!units.ok) return units;
    if (units.value + step.change > maximumLineQuantity) {
      return fail('invalid', `A bag has room for ${maximumLineQuantity} of one piece. Take some out first.`, {
        reason: 'quantity-out-of-range',
        details: { maximum: maximumLineQuantity },
      });
    }
    return succeed({ ...step, before: units.value });
  },
  async perform(step, room) {
    const units = await unitsInBag(room, step.piece.sku);
    if (!units.ok) return units;
    if (units.value !== step.before || units.value === target(step)) return succeed(step);
    const set = await room.shop.carts.setLine(room.actor, step.piece.sku, target(step));
    return set.ok ? succeed(step) : set;
  },
  async undo(step, room) {
    if (step.before === null) return succeed(undefined);
    const units = await unitsInBag(room, step.piece.sku);
    if (!units.ok) return units;
    if (units.value !== target(step)) return succeed(undefined);
    const set = await room.shop.carts.setLine(room.actor, step.piece.sku, step.before);
    return set.ok ? succeed(undefined) : set;
  },
};
