import type { OrderChange } from '../../../contracts/order-change.ts';
import { fail, succeed } from '../../../contracts/result.ts';
import type { StepOf, StepRules } from '../plan-room.ts';

export const returnOf = ({ piece, quantity, route }: StepOf<'return'>): OrderChange => ({
  type: 'return',
  items: [{ sku: piece.sku, quantity }],
  refund: route,
});

/** The last step of any plan: a return that the shop has been told of is not taken back. */
export const returnStep: StepRules<StepOf<'return'>> = {
  async begin(step, { shop, actor }) {
    const preview = await shop.orders.preview(actor, step.orderNumber, returnOf(step));
    if (!preview.ok) return preview;
    if (preview.value.plan.refund === step.refund) return succeed(step);
    return fail('conflict', 'Another amount would go back by now. Make the plan anew and show it.', {
      reason: 'figures-changed',
      details: { before: step.refund, now: preview.value.plan.refund },
    });
  },
  /** Same key, same effect, once: what was asked for before a crash is answered as it was then. */
  async perform(step, { shop, actor }, { planId }) {
    const changed = await shop.orders.change(actor, step.orderNumber, returnOf(step), `plan-${planId}`);
    return changed.ok ? succeed(step) : changed;
  },
  undo: async ({ state }) => {
    // What was refused has changed nothing.
    if (state === 'failed') return succeed(undefined);
    return fail('conflict', 'The return stays as it is: the shop waits for the pieces. Ask an associate.', {
      reason: 'return-stays',
    });
  },
};
