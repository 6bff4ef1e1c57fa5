import { z } from 'zod';
import type { Swap } from '../../contracts/order-change.ts';
import { lineQuantity } from '../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Actor, Shop } from '../../core/shop.ts';

const sku = z.string().min(1).max(64).describe('A line of the order, from get_order.');
const quantity = lineQuantity.min(1).optional().describe('All of the line when left out');

export const itemsAsked = z.array(z.strictObject({ sku, quantity })).min(1).max(50);

export const swapShape = z
  .array(
    z.strictObject({
      sku,
      newSku: z.string().min(1).max(64).optional().describe('The exact variant, or name size or colour.'),
      size: z.string().min(1).max(40).optional(),
      colour: z.string().min(1).max(40).optional(),
      quantity,
    }),
  )
  .min(1)
  .max(50);

/** Which variant each line is to become; a size or colour that was not named stays as it is. */
export async function swapsAsked(
  shop: Shop,
  actor: Actor,
  orderNumber: string,
  items: z.infer<typeof swapShape>,
): Promise<Result<readonly Swap[]>> {
  const order = await shop.orders.track(actor, orderNumber);
  if (!order.ok) return order;
  const swaps: Swap[] = [];
  for (const { sku: from, newSku, size, colour, quantity: units } of items) {
    const line = order.value.lines.find((one) => one.sku === from);
    if (!line) {
      return fail('not-found', `Order ${order.value.number} has no piece ${from}. Choose one of its lines.`, {
        reason: 'not-in-order',
        details: { skus: order.value.lines.map((one) => one.sku) },
      });
    }
    const wanted =
      newSku === undefined
        ? await shop.browsing.resolve({
            handle: line.handle,
            size: size ?? line.size ?? undefined,
            colour: colour ?? line.colour ?? undefined,
          })
        : await shop.browsing.resolve({ sku: newSku });
    if (!wanted.ok) return wanted;
    swaps.push({
      sku: from,
      newSku: wanted.value.variant.sku,
      ...(units !== undefined && { quantity: units }),
    });
  }
  return succeed(swaps);
}
