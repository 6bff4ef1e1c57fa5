import { z } from 'zod';
import { succeed } from '../../contracts/result.ts';
import { storePolicy } from '../../contracts/store-policy.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';

export const getStorePolicy = (shop: Shop): Tool =>
  defineTool({
    name: 'get_store_policy',
    description:
      'The shop’s rules: in which states an order can be cancelled or changed, days for returns and exchanges, refund routes, how long pieces and payment links are held, ways of delivery with their fees in minor units of `currency`. Read it before you say what is possible.',
    effect: 'read',
    input: z.strictObject({}),
    output: storePolicy,
    run: async () => succeed(await shop.policy()),
  });
