import { z } from 'zod';
import { fulfilmentMethod, fulfilmentOption } from '../../contracts/fulfilment.ts';
import { fail, succeed } from '../../contracts/result.ts';
import { cartView } from '../../contracts/session.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { cartCard } from '../cart/tools.ts';

export const getFulfilmentOptions = (shop: Shop): Tool =>
  defineTool({
    name: 'get_fulfillment_options',
    description:
      'How the bag can get to the shopper from this shop now: take-now, pick-up, ship-from-shop (fast), ship-home; with dates, the fee in minor units, and why one is not possible.',
    effect: 'read',
    input: z.strictObject({}),
    output: z.object({ options: z.array(fulfilmentOption) }),
    run: async (_input, { actor }) => {
      const found = await shop.carts.fulfilmentOptions(actor);
      return found.ok ? succeed({ options: [...found.value] }) : found;
    },
    present: ({ options }) =>
      options.some(({ obstacle }) => obstacle === null) ? { type: 'fulfilment', options } : undefined,
  });

export const setFulfilment = (shop: Shop): Tool =>
  defineTool({
    name: 'set_fulfillment',
    description:
      'Chooses how the bag gets to the shopper; the fee is in the total from then on. Where it is shipped, the address is asked for on the phone’s payment page: never ask for one here.',
    effect: 'write',
    hints: { idempotent: true },
    input: z.strictObject({ method: fulfilmentMethod }),
    output: cartView,
    consent: async ({ method }, { actor }) => {
      const found = await shop.carts.fulfilmentOptions(actor);
      if (!found.ok) return found;
      const option = found.value.find((one) => one.method === method);
      if (!option) return fail('invalid', 'There is no such way. Ask get_fulfillment_options.');
      const price = { amount: option.fee, currency: option.currency };
      return succeed({ key: `confirm.way.${method}`, values: { price } });
    },
    run: ({ method }, { actor }) => shop.carts.setFulfilment(actor, method),
    present: cartCard,
  });
