import type { PlanStep } from '../../../contracts/plan.ts';
import { fail, type Result, succeed } from '../../../contracts/result.ts';
import type { RefundRoute } from '../../../contracts/store-policy.ts';
import { cartView } from '../../cart/cart-view.ts';
import type { PlanServices } from '../../plans/plan-room.ts';
import type { Actor } from '../../shop.ts';
import type { ShopParts } from '../parts.ts';
import { gatherPricing } from '../pricing.ts';
import { bagOf, notAsked, type Proposal, pieceOf } from './proposal.ts';

/**
 * New piece into the bag, payment link, return: what can be taken back comes first. A return cannot, and needs nothing that comes after it:
 * it stays where the link is not paid in the end.
 */
export async function proposeReturnAndBuy(
  parts: ShopParts,
  { orders, browsing, stock }: PlanServices,
  actor: Actor,
  wish: {
    readonly orderNumber: string;
    readonly sku: string;
    readonly buySku: string;
    readonly route: RefundRoute;
  },
): Promise<Result<Proposal>> {
  const { sku, route } = wish;
  const preview = await orders.preview(actor, wish.orderNumber, {
    type: 'return',
    items: [{ sku }],
    refund: route,
  });
  if (!preview.ok) return preview;
  const { order, plan } = preview.value;
  const line = order.lines.find((one) => one.sku === sku);
  const wanted = await browsing.resolve({ sku: wish.buySku });
  if (!wanted.ok) return wanted;
  const { product, variant } = wanted.value;
  if (!line || product.currency !== order.currency) {
    return fail('invalid', 'These two cannot be settled with one another. Return and buy them one by one.', {
      reason: 'other-currency',
    });
  }
  const [figure] = await stock.here(actor.storeId, [variant.sku]);
  if ((figure?.available ?? 0) < 1) {
    return fail('conflict', `${product.title} is sold out here. Choose another piece, then make the plan.`, {
      reason: 'sold-out',
      details: { sku: variant.sku },
    });
  }
  const before = await gatherPricing(parts, actor);
  if (!before.ok) return before;
  const units = before.value.cart.find((one) => one.sku === variant.sku)?.quantity ?? 0;
  const after = await gatherPricing(parts, actor, { sku: variant.sku, quantity: units + 1 });
  if (!after.ok) return after;
  const amount = cartView(after.value).total;
  if (amount <= 0) {
    return fail('invalid', 'There would be nothing to pay. Ask an associate.', { reason: 'nothing-to-pay' });
  }
  const piece = pieceOf(product, variant);
  const { handle, title, size, colour, unitPrice, quantity } = line;
  const steps: readonly PlanStep[] = [
    bagOf(piece, 1),
    { type: 'pay', state: 'waiting', piece, amount, before: null, paymentId: null },
    {
      type: 'return',
      state: 'waiting',
      piece: { sku, handle, title, size, colour, unitPrice },
      orderNumber: order.number,
      quantity,
      refund: plan.refund,
      route,
    },
  ];
  return succeed({ kind: 'return-and-buy', asked: notAsked, steps, currency: order.currency });
}
