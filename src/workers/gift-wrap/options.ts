import { z } from 'zod';
import { succeed } from '../../contracts/result.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import type { GiftWrapConfig } from './config.ts';
import { giftBagOf, pieceOf, wrappedPiece } from './gifts.ts';
import { wrap } from './wraps.ts';

export const getGiftWrapOptions = (shop: Shop, config: GiftWrapConfig): Tool =>
  defineTool({
    name: 'get_gift_wrap_options',
    description:
      'What pieces of the bag can be wrapped in as a gift, with the price of one (minor units, tax included) and units here, and which pieces are to be wrapped now. Each piece takes wrapsPerPiece of it.',
    effect: 'read',
    input: z.strictObject({}),
    output: z.object({
      options: z.array(wrap),
      wrapsPerPiece: z.int(),
      longestMessage: z.int(),
      wrapped: z.array(wrappedPiece.extend({ wrap: z.string(), message: z.string() })),
    }),
    run: async (_input, { actor }) => {
      const bag = await giftBagOf(shop, actor, config);
      if (!bag.ok) return bag;
      const { wraps, lines, gifts } = bag.value;
      return succeed({
        options: [...wraps],
        wrapsPerPiece: config.wrapsPerPiece,
        longestMessage: config.longestMessage,
        wrapped: gifts.flatMap(({ sku, quantity, wrap, message }) => {
          const line = lines.find((one) => one.sku === sku);
          return line === undefined ? [] : [{ ...pieceOf(line, quantity), wrap, message }];
        }),
      });
    },
  });
