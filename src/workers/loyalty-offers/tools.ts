import { z } from 'zod';
import { minorUnits } from '../../contracts/money.ts';
import { loyalty, offer } from '../../contracts/offer.ts';
import { succeed } from '../../contracts/result.ts';
import { cartView } from '../../contracts/session.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';

export const getLoyaltyStatus = (shop: Shop): Tool =>
  defineTool({
    name: 'get_loyalty_status',
    description: 'Tier, points and points to the next tier of this session’s customer.',
    effect: 'read',
    input: z.strictObject({}),
    output: loyalty,
    run: (_input, { actor }) => shop.benefits.loyalty(actor),
    present: (status) => ({ type: 'loyalty', loyalty: status }),
  });

export const listOffers = (shop: Shop): Tool =>
  defineTool({
    name: 'list_offers',
    description:
      'Offers with what each would save on this bag now (minor units), best first, and the reason where one does not apply. At most one can be applied.',
    effect: 'read',
    input: z.strictObject({}),
    output: z.object({
      offers: z.array(z.object({ offer, saves: minorUnits, reason: z.string().nullable() })),
    }),
    run: async (_input, { actor }) => {
      const found = await shop.benefits.offers(actor);
      return found.ok ? succeed({ offers: [...found.value] }) : found;
    },
    present: ({ offers }) =>
      offers.length === 0 ? undefined : { type: 'offers', items: offers.map((row) => row.offer) },
  });

export const applyOffer = (shop: Shop): Tool =>
  defineTool({
    name: 'apply_offer',
    description: 'Applies one offer code to the bag in place of any other; null takes the offer off.',
    effect: 'write',
    hints: { idempotent: true },
    input: z.strictObject({ code: z.string().min(1).max(40).nullable() }),
    output: cartView,
    consent: async ({ code }) =>
      succeed(code === null ? { key: 'confirm.removeOffer' } : { key: 'confirm.offer', values: { code } }),
    run: ({ code }, { actor }) => shop.carts.applyOffer(actor, code),
    present: ({ pieces, subtotal, discount, total, currency }) => ({
      type: 'cart',
      pieces,
      subtotal,
      discount,
      total,
      currency,
    }),
  });
