import { z } from 'zod';
import { order } from '../../contracts/order.ts';
import { fail, succeed } from '../../contracts/result.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';

export const listOrders = (shop: Shop): Tool =>
  defineTool({
    name: 'list_orders',
    description: 'Past orders of this session’s customer, with state and lines; totals in minor units.',
    effect: 'read',
    input: z.strictObject({}),
    output: z.object({ orders: z.array(order) }),
    run: async (_input, { actor }) => {
      const found = await shop.orders.list(actor);
      return found.ok ? succeed({ orders: [...found.value] }) : found;
    },
    present: ({ orders }) => (orders.length === 0 ? undefined : { type: 'orders', items: orders }),
  });

export const orderNumber = z.string().min(1).max(40).describe('As the shopper reads it out, e.g. MG-10482');

export const getOrder = (shop: Shop): Tool =>
  defineTool({
    name: 'get_order',
    description: 'One order with its lines, prices and totals (minor units), state and history.',
    effect: 'read',
    input: z.strictObject({ orderNumber }),
    output: order,
    run: (input, { actor }) => shop.orders.track(actor, input.orderNumber),
    present: (found) => ({ type: 'orders', items: [found] }),
  });

export const trackOrder = (shop: Shop): Tool =>
  defineTool({
    name: 'track_order',
    description: 'Where one order is: state, history, expected day. Without orderNumber: the latest.',
    effect: 'read',
    input: z.strictObject({
      orderNumber: orderNumber.optional(),
    }),
    output: order,
    run: async ({ orderNumber }, { actor }) => {
      if (orderNumber !== undefined) return shop.orders.track(actor, orderNumber);
      const listed = await shop.orders.list(actor);
      if (!listed.ok) return listed;
      const latest = [...listed.value].sort((a, b) => b.placedAt.localeCompare(a.placedAt))[0];
      return latest === undefined
        ? fail('not-found', 'There are no orders in this session. Ask for the order number.', {
            reason: 'no-orders',
          })
        : succeed(latest);
    },
    present: (found) => ({ type: 'orders', items: [found] }),
  });
