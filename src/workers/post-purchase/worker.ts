import type { Worker } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { getStorePolicy } from './policy.ts';
import { getOrder, listOrders, trackOrder } from './tools.ts';

export const createPostPurchaseWorker = (shop: Shop): Worker => ({
  name: 'post-purchase',
  title: 'Post-purchase support',
  tools: [listOrders(shop), getOrder(shop), trackOrder(shop), getStorePolicy(shop)],
});
