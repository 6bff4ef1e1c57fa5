import { z } from 'zod';
import { address, addressLine } from '../../contracts/address.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Actor, Shop } from '../../core/shop.ts';
import { orderNumber } from './tools.ts';

/** The number as the order bears it; null for the visit. */
async function orderMeant(
  shop: Shop,
  actor: Actor,
  spoken: string | undefined,
): Promise<Result<string | null>> {
  if (spoken === undefined) return succeed(null);
  const order = await shop.orders.track(actor, spoken);
  return order.ok ? succeed(order.value.number) : order;
}

export const submitFeedback = (shop: Shop): Tool =>
  defineTool({
    name: 'submit_feedback',
    description:
      'Keeps what the shopper thinks of an order, or, without orderNumber, of this visit. Only a rating that the shopper gave, and their own words.',
    effect: 'write',
    hints: { idempotent: true },
    input: z.strictObject({
      orderNumber: orderNumber.optional(),
      rating: z.int().min(1).max(5).describe('1 bad to 5 very good'),
      text: z.string().max(1000).optional(),
    }),
    output: z.object({ orderNumber: z.string().nullable(), rating: z.int() }),
    consent: async ({ rating, ...input }, { actor }) => {
      const number = await orderMeant(shop, actor, input.orderNumber);
      if (!number.ok) return number;
      return succeed(
        number.value === null
          ? { key: 'confirm.feedback.visit', values: { rating } }
          : { key: 'confirm.feedback.order', values: { rating, number: number.value } },
      );
    },
    run: async ({ rating, text = '', ...input }, { actor, idempotencyKey }) => {
      const number = await orderMeant(shop, actor, input.orderNumber);
      if (!number.ok) return number;
      const given = { feedbackId: idempotencyKey.slice(-200), orderNumber: number.value, rating, text };
      const kept = await shop.orders.giveFeedback(actor, given);
      return kept.ok ? succeed({ orderNumber: number.value, rating }) : kept;
    },
  });

export const changeCustomerAddress = (shop: Shop): Tool =>
  defineTool({
    name: 'change_customer_address',
    description:
      'Keeps the shopper’s own address for orders to come; one order’s is changed with change_order_address. Never make up a part of an address.',
    effect: 'write',
    hints: { idempotent: true },
    input: z.strictObject({ address }),
    output: z.object({ changed: z.literal(true) }),
    consent: async ({ address: wanted }) =>
      succeed({ key: 'confirm.customerAddress', values: { address: addressLine(wanted) } }),
    run: async ({ address: wanted }, { actor }) => {
      const changed = await shop.orders.changeCustomerAddress(actor, wanted);
      return changed.ok ? succeed({ changed: true as const }) : changed;
    },
  });
