import type { Payment } from '../../contracts/payment.ts';
import { isActive, type Reservation } from '../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Actor } from '../shop.ts';
import type { ShopParts } from './parts.ts';

type LinkParts = Pick<ShopParts, 'store' | 'operations' | 'paymentDesk'>;

export async function savePayment({ store }: Pick<LinkParts, 'store'>, payment: Payment): Promise<void> {
  await store.transaction((transaction) => transaction.sessions.savePayment(payment));
}

export const alreadyPaid = (payment: Payment) =>
  fail('conflict', 'This cart has just been paid. Look at the order.', {
    reason: 'already-paid',
    details: { orderNumber: payment.orderNumber },
  });

/**
 * Takes the open link back before the cart changes: what is paid must be what was shown. Where the desk cannot be
 * reached the change goes on, and the hub withdraws the link when it hears of it; the amount of the link is fixed either
 * way. A link that has been paid meanwhile is a `conflict`.
 */
export async function withdrawLink(parts: LinkParts, actor: Actor): Promise<Result<void>> {
  const payment = await parts.store.read((transaction) => transaction.sessions.payment(actor.sessionId));
  if (payment?.state !== 'open') return succeed(undefined);
  const cancelled = await parts.paymentDesk.cancel(payment.paymentId);
  const after: Payment = cancelled.ok ? cancelled.value : { ...payment, state: 'cancelled' };
  await savePayment(parts, after);
  if (after.state === 'paid') return alreadyPaid(after);
  return releaseCheckoutHolds(parts, actor.sessionId);
}

/** Gives back the units that only a payment link needed. */
export async function releaseCheckoutHolds(
  { store, operations }: Pick<LinkParts, 'store' | 'operations'>,
  sessionId: string,
): Promise<Result<void>> {
  const holds = await store.read((transaction) => transaction.reservations.ofSession(sessionId));
  return releaseAll(
    operations,
    holds.filter((hold) => hold.kind === 'checkout' && isActive(hold)),
  );
}

/** Tries each; the first failure is the answer. */
export async function releaseAll(
  operations: LinkParts['operations'],
  holds: readonly Reservation[],
): Promise<Result<void>> {
  let outcome: Result<void> = succeed(undefined);
  for (const { sessionId, reservationId } of holds) {
    const released = await operations.execute({
      type: 'reservation-released',
      sessionId,
      reservationId,
      state: 'cancelled',
    });
    if (outcome.ok) outcome = released;
  }
  return outcome;
}
