import { z } from 'zod';
import { address, addressLine } from '../../contracts/address.ts';
import { cancelReason, type OrderChange, orderChangeOutcome } from '../../contracts/order-change.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import { refundRoute } from '../../contracts/store-policy.ts';
import { defineTool, type Sentence, type Tool } from '../../core/agent/tool.ts';
import type { Actor, OrderPreview, Shop } from '../../core/shop.ts';
import { goesBack, linesNamed, swapsNamed } from './names.ts';
import { itemsAsked, swapShape, swapsAsked } from './swaps.ts';
import { orderNumber } from './tools.ts';

type Input = { readonly orderNumber: string };

/** A tool that has one order changed: what it says beforehand and what it asks for come from the same change. */
function changeTool<Shape extends z.ZodRawShape>(
  shop: Shop,
  tool: {
    readonly name: string;
    readonly description: string;
    readonly destructive?: boolean;
    readonly shape: Shape;
    readonly change: (
      input: z.infer<z.ZodObject<Shape>> & Input,
      actor: Actor,
    ) => OrderChange | Promise<Result<OrderChange>>;
    readonly say: (preview: OrderPreview, change: OrderChange) => Sentence;
  },
): Tool {
  const wanted = async (input: z.infer<z.ZodObject<Shape>> & Input, actor: Actor) => {
    const change = await tool.change(input, actor);
    return 'ok' in change ? change : succeed(change);
  };
  return defineTool({
    name: tool.name,
    description: tool.description,
    effect: 'write',
    hints: { idempotent: true, ...(tool.destructive && { destructive: true }) },
    input: z.strictObject({ orderNumber, ...tool.shape }),
    output: orderChangeOutcome,
    consent: async (given, { actor }) => {
      const input = given as unknown as z.infer<z.ZodObject<Shape>> & Input;
      const change = await wanted(input, actor);
      if (!change.ok) return change;
      const preview = await shop.orders.preview(actor, input.orderNumber, change.value);
      return preview.ok ? succeed(tool.say(preview.value, change.value)) : preview;
    },
    run: async (given, { actor, idempotencyKey }) => {
      const input = given as unknown as z.infer<z.ZodObject<Shape>> & Input;
      const change = await wanted(input, actor);
      return change.ok ? shop.orders.change(actor, input.orderNumber, change.value, idempotencyKey) : change;
    },
    present: ({ order, payment }) =>
      payment === null ? { type: 'orders', items: [order] } : { type: 'payment', payment },
  });
}

export const cancelOrder = (shop: Shop): Tool =>
  changeTool(shop, {
    name: 'cancel_order',
    description:
      'Cancels a whole order that has not been sent yet, and gives its money back as it was paid. Ask for the reason when it was not said.',
    destructive: true,
    shape: { reason: cancelReason.describe('Why, in the shopper’s own sense; `other` when none fits.') },
    change: ({ reason }) => ({ type: 'cancel', reason }),
    say: (preview) => goesBack('cancel', preview),
  });

export const changeOrderAddress = (shop: Shop): Tool =>
  changeTool(shop, {
    name: 'change_order_address',
    description:
      'Sends an order that has not left yet to another address. Never make up a part of an address.',
    shape: { address },
    change: (input) => ({ type: 'address', address: input.address }),
    say: ({ order }, change) => ({
      key: 'confirm.address',
      values: {
        number: order.number,
        address: change.type === 'address' ? addressLine(change.address) : '',
      },
    }),
  });

export const changeOrderItems = (shop: Shop): Tool =>
  changeTool(shop, {
    name: 'change_order_items',
    description:
      'Swaps pieces of an order that has not left yet for another size or colour of the same product: once for an order, so name all of them. A dearer one is paid by a link first, a cheaper one is paid back.',
    shape: { items: swapShape },
    change: async ({ items, ...input }, actor) => {
      const swaps = await swapsAsked(shop, actor, input.orderNumber, items);
      return swaps.ok ? succeed({ type: 'items', items: swaps.value }) : swaps;
    },
    say: (preview, change) => swapsNamed('items', preview, change),
  });

export const changeOrderPayment = (shop: Shop): Tool =>
  changeTool(shop, {
    name: 'change_order_payment',
    description:
      'Has an order that has not left yet paid anew by a link, and gives back what was paid before: once for an order.',
    shape: {},
    change: () => ({ type: 'payment' }),
    say: ({ order, plan }) => ({
      key: 'confirm.payment',
      values: { number: order.number, amount: { amount: plan.owed, currency: order.currency } },
    }),
  });

export const startReturn = (shop: Shop): Tool =>
  changeTool(shop, {
    name: 'start_return',
    description:
      'Begins a return of pieces that the shopper has: once for an order, so name all of them. The money goes back once the shop has them. Without items: all.',
    shape: {
      items: itemsAsked.optional(),
      refund: refundRoute.optional().describe('`original` (as it was paid) when left out'),
    },
    change: async ({ items, refund = 'original', ...input }, actor) => {
      if (items !== undefined) return succeed({ type: 'return', items, refund });
      const order = await shop.orders.track(actor, input.orderNumber);
      if (!order.ok) return order;
      return succeed({ type: 'return', items: order.value.lines.map(({ sku }) => ({ sku })), refund });
    },
    say: (preview) => linesNamed(preview),
  });

export const startExchange = (shop: Shop): Tool =>
  changeTool(shop, {
    name: 'start_exchange',
    description:
      'Begins an exchange of pieces that the shopper has for another size or colour of the same product: once for an order, so name all of them. A dearer one is paid by a link first; what a cheaper one saves goes back once the shop has the old piece.',
    shape: { items: swapShape },
    change: async ({ items, ...input }, actor) => {
      const swaps = await swapsAsked(shop, actor, input.orderNumber, items);
      return swaps.ok ? succeed({ type: 'exchange', items: swaps.value }) : swaps;
    },
    say: (preview, change) => swapsNamed('exchange', preview, change),
  });
