import type { Payment } from '../../contracts/payment.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Actor, Payments } from '../shop.ts';
import { createPayment } from './create-payment.ts';
import type { ShopParts } from './parts.ts';
import { releaseCheckoutHolds, savePayment } from './payment-link.ts';

export function createPayments(parts: ShopParts): Payments {
  return {
    create: (actor) => parts.inTurn(actor.sessionId, () => createPayment(parts, actor)),
    status: (actor) => parts.inTurn(actor.sessionId, () => status(parts, actor)),
    cancel: (actor) => parts.inTurn(actor.sessionId, () => cancel(parts, actor)),
    async send(actor) {
      const payment = await latest(parts, actor);
      if (!payment.ok) return payment;
      if (payment.value.state !== 'open') return linkOver(payment.value);
      return parts.paymentDesk.send(payment.value.paymentId);
    },
  };
}

async function latest({ store }: ShopParts, actor: Actor): Promise<Result<Payment>> {
  const payment = await store.read((transaction) => transaction.sessions.payment(actor.sessionId));
  return payment
    ? succeed(payment)
    : fail('not-found', 'There is no payment link yet. Make one from the cart.', { reason: 'no-payment' });
}

/** An open link is asked for at the desk each time: only the desk knows whether it has been paid. */
async function status(parts: ShopParts, actor: Actor): Promise<Result<Payment>> {
  const known = await latest(parts, actor);
  if (!known.ok || known.value.state !== 'open') return known;
  const read = await parts.paymentDesk.read(known.value.paymentId);
  // Screens ask every second: what has not changed is not written again.
  if (!read.ok || read.value.state === 'open') return read;
  return settle(parts, actor, read.value);
}

async function cancel(parts: ShopParts, actor: Actor): Promise<Result<Payment>> {
  const known = await latest(parts, actor);
  if (!known.ok) return known;
  if (known.value.state === 'paid') return paidAlready(known.value);
  if (known.value.state !== 'open') return settle(parts, actor, known.value);
  const cancelled = await parts.paymentDesk.cancel(known.value.paymentId);
  if (!cancelled.ok) return cancelled;
  const settled = await settle(parts, actor, cancelled.value);
  return settled.ok && settled.value.state === 'paid' ? paidAlready(settled.value) : settled;
}

/** Keeps what the desk said; a link that is over needs no units any more. */
async function settle(parts: ShopParts, actor: Actor, payment: Payment): Promise<Result<Payment>> {
  await savePayment(parts, payment);
  if (payment.state === 'cancelled' || payment.state === 'expired') {
    const released = await releaseCheckoutHolds(parts, actor.sessionId);
    if (!released.ok) return released;
  }
  return succeed(payment);
}

const paidAlready = (payment: Payment) =>
  fail('conflict', 'This has been paid, so the link cannot be cancelled. Ask about a return instead.', {
    reason: 'already-paid',
    details: { orderNumber: payment.orderNumber },
  });

const linkOver = (payment: Payment) =>
  payment.state === 'paid'
    ? fail('conflict', 'This has been paid already.', { reason: 'already-paid' })
    : fail('conflict', 'This payment link is over. Make a new one.', { reason: 'payment-over' });
