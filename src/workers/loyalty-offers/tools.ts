import { z } from 'zod';
import { minorUnits } from '../../contracts/money.ts';
import { loyalty, offer } from '../../contracts/offer.ts';
import { succeed } from '../../contracts/result.ts';
import { cartView } from '../../contracts/session.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { cartCard } from '../cart/tools.ts';

export const getLoyaltyStatus = (shop: Shop): Tool =>
  defineTool({
    name: 'get_loyalty_status',
    description:
      'Tier, points that can be redeemed, and points to the next tier of this session’s customer; using points does not change the tier.',
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
    description: 'Applies one offer code to the bag in place of any other.',
    effect: 'write',
    hints: { idempotent: true },
    input: z.strictObject({ code: z.string().min(1).max(40) }),
    output: cartView,
    consent: async ({ code }) => succeed({ key: 'confirm.offer', values: { code } }),
    run: ({ code }, { actor }) => shop.carts.applyOffer(actor, code),
    present: cartCard,
  });

export const removeOffer = (shop: Shop): Tool =>
  defineTool({
    name: 'remove_offer',
    description: 'Takes the offer off the bag.',
    effect: 'write',
    hints: { idempotent: true },
    input: z.strictObject({}),
    output: cartView,
    consent: async () => succeed({ key: 'confirm.removeOffer' }),
    run: (_input, { actor }) => shop.carts.applyOffer(actor, null),
    present: cartCard,
  });

export const findBestOffer = (shop: Shop): Tool =>
  defineTool({
    name: 'find_best_offer',
    description:
      'The offer that saves most on this bag now (minor units), and why each better-sounding one does not apply. Only one offer can be applied to a bag.',
    effect: 'read',
    input: z.strictObject({}),
    output: z.object({
      /** Null where none saves anything now. */
      best: z.object({ offer, saves: minorUnits }).nullable(),
      applied: z.string().nullable(),
      others: z.array(z.object({ code: z.string(), saves: minorUnits, reason: z.string().nullable() })),
    }),
    run: async (_input, { actor }) => {
      const found = await shop.benefits.offers(actor);
      if (!found.ok) return found;
      const cart = await shop.carts.view(actor);
      if (!cart.ok) return cart;
      const [first, ...rest] = found.value;
      const best = first !== undefined && first.saves > 0 ? first : undefined;
      return succeed({
        best: best === undefined ? null : { offer: best.offer, saves: best.saves },
        applied: cart.value.offer?.code ?? null,
        others: (best === undefined ? found.value : rest).map(({ offer: { code }, saves, reason }) => ({
          code,
          saves,
          reason,
        })),
      });
    },
    present: ({ best }) => (best === null ? undefined : { type: 'offers', items: [best.offer] }),
  });
