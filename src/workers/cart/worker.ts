import type { Worker } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { getCart, updateCart } from './tools.ts';

export const createCartWorker = (shop: Shop): Worker => ({
  name: 'cart',
  title: 'Cart',
  tools: [getCart(shop), updateCart(shop)],
});
