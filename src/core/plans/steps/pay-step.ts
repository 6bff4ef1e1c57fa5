import type { Payment } from '../../../contracts/payment.ts';
import { fail, type Result, succeed } from '../../../contracts/result.ts';
import type { PlanRoom, StepOf, StepRules } from '../plan-room.ts';

/** The session's latest link, as its desk knows it; null where there was never one. */
async function latestLink({ shop, actor }: PlanRoom): Promise<Result<Payment | null>> {
  const latest = await shop.payments.status(actor);
  return !latest.ok && latest.failure.reason === 'no-payment' ? succeed(null) : latest;
}

const isOurs = (payment: Payment, { before, paymentId }: StepOf<'pay'>): boolean =>
  paymentId === null ? payment.paymentId !== before : payment.paymentId === paymentId;

/** Ids of links are chosen by whoever makes them: one that was not there before the step is the step's. */
export const payStep: StepRules<StepOf<'pay'>> = {
  async begin(step, room) {
    const latest = await latestLink(room);
    return latest.ok ? succeed({ ...step, before: latest.value?.paymentId ?? null }) : latest;
  },
  async perform(step, room, _plan, again) {
    const made = again ? await madeBefore(step, room) : succeed(null);
    if (!made.ok) return made;
    const link = made.value ? succeed(made.value) : await room.shop.payments.create(room.actor);
    if (!link.ok) return link;
    const { amount, paymentId } = link.value;
    if (amount === step.amount) return succeed({ ...step, paymentId });
    await room.shop.payments.cancel(room.actor);
    return fail('conflict', 'The bag comes to another amount by now. Make the plan anew and show it.', {
      reason: 'figures-changed',
      details: { before: step.amount, now: amount },
    });
  },
  async undo(step, room) {
    const latest = await latestLink(room);
    if (!latest.ok) return latest;
    if (latest.value === null || !isOurs(latest.value, step)) return succeed(undefined);
    if (latest.value.state === 'cancelled' || latest.value.state === 'expired') return succeed(undefined);
    const cancelled = await room.shop.payments.cancel(room.actor);
    return cancelled.ok ? succeed(undefined) : cancelled;
  },
};

async function madeBefore(step: StepOf<'pay'>, room: PlanRoom): Promise<Result<Payment | null>> {
  const latest = await latestLink(room);
  if (!latest.ok || latest.value === null) return latest;
  const { state } = latest.value;
  return succeed(isOurs(latest.value, step) && (state === 'open' || state === 'paid') ? latest.value : null);
}
