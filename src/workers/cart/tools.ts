import { z } from 'zod';
import type { Card } from '../../contracts/card.ts';
import { lineQuantity } from '../../contracts/primitives.ts';
import { succeed } from '../../contracts/result.ts';
import { type CartView, cartView } from '../../contracts/session.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { choiceShape, nameOf, oneVariant } from '../shared/choice.ts';

export const cartCard = ({ pieces, subtotal, discount, fulfilment, total, currency }: CartView): Card => ({
  type: 'cart',
  pieces,
  subtotal,
  discount,
  ...(fulfilment && { fulfilment }),
  total,
  currency,
});

export const getCart = (shop: Shop): Tool =>
  defineTool({
    name: 'get_cart',
    description: 'The shopper’s bag with prices, discount and total in minor units, taxes included.',
    effect: 'read',
    input: z.strictObject({}),
    output: cartView,
    run: (_input, { actor }) => shop.carts.view(actor),
    present: cartCard,
  });

export const updateCart = (shop: Shop): Tool =>
  defineTool({
    name: 'update_cart',
    description:
      'Sets how many of one variant are in the bag: an absolute quantity from 0 to 20, 0 removes it. Size and colour must be known; ask when they are not.',
    effect: 'write',
    hints: { idempotent: true },
    input: z.strictObject({
      ...choiceShape,
      quantity: lineQuantity.describe('Absolute number of units, 0 to 20'),
    }),
    output: cartView,
    consent: async ({ quantity, ...choice }) => {
      const found = await oneVariant(shop, choice);
      if (!found.ok) return found;
      const { product, variant } = found.value;
      const name = nameOf(product, variant);
      if (quantity === 0) return succeed({ key: 'confirm.remove', values: { name } });
      const price = { amount: variant.price * quantity, currency: product.currency };
      return succeed({ key: 'confirm.add', values: { name, quantity, price } });
    },
    run: async ({ quantity, ...choice }, { actor }) => {
      const found = await oneVariant(shop, choice);
      return found.ok ? shop.carts.setLine(actor, found.value.variant.sku, quantity) : found;
    },
    present: cartCard,
  });
