import { z } from 'zod';
import { payment } from '../../contracts/payment.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { CartView } from '../../contracts/session.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Actor, Shop } from '../../core/shop.ts';

async function filledCart(shop: Shop, actor: Actor): Promise<Result<CartView>> {
  const cart = await shop.carts.view(actor);
  if (!cart.ok || cart.value.pieces > 0) return cart;
  return fail('invalid', 'The bag is empty: there is nothing to pay. Help the shopper to choose first.', {
    reason: 'cart-empty',
  });
}

export const createPaymentLink = (shop: Shop): Tool =>
  defineTool({
    name: 'create_payment_link',
    description:
      'Makes the link by which the shopper pays the whole bag on their phone; shown as a QR code. Amount in minor units. An unchanged bag gets its open link again.',
    effect: 'write',
    hints: { idempotent: true, openWorld: true },
    input: z.strictObject({}),
    output: payment,
    consent: async (_input, { actor }) => {
      const cart = await filledCart(shop, actor);
      if (!cart.ok) return cart;
      const { pieces: count, total: amount, currency } = cart.value;
      return succeed({ key: 'confirm.pay', values: { count, total: { amount, currency } } });
    },
    run: async (_input, { actor }) => {
      const cart = await filledCart(shop, actor);
      return cart.ok ? shop.payments.create(actor) : cart;
    },
    present: (made) => ({ type: 'payment', payment: made }),
  });

export const cancelPayment = (shop: Shop): Tool =>
  defineTool({
    name: 'cancel_payment',
    description:
      'Takes the open payment link back, so that nobody can pay it any more; the bag stays. A paid one cannot be cancelled.',
    effect: 'write',
    hints: { destructive: true, idempotent: true, openWorld: true },
    input: z.strictObject({}),
    output: payment,
    consent: async (_input, { actor }) => {
      const open = await shop.payments.status(actor);
      if (!open.ok) return open;
      const { amount, currency } = open.value;
      return succeed({ key: 'confirm.cancel', values: { total: { amount, currency } } });
    },
    run: (_input, { actor }) => shop.payments.cancel(actor),
    present: (ended) => ({ type: 'payment', payment: ended }),
  });

export const getPaymentStatus = (shop: Shop): Tool =>
  defineTool({
    name: 'get_payment_status',
    description:
      'Whether the payment link is open, paid, expired or cancelled, and the order number once paid.',
    effect: 'read',
    hints: { openWorld: true },
    input: z.strictObject({}),
    output: payment,
    run: (_input, { actor }) => shop.payments.status(actor),
    present: (made) => ({ type: 'payment', payment: made }),
  });
