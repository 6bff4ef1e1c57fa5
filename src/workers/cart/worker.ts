import type { Worker } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { getCart, updateCart } from './tools.ts';
import ar from './words/ar.json';
import en from './words/en.json';
import es from './words/es.json';
import hi from './words/hi.json';

export const createCartWorker = (shop: Shop): Worker => ({
  name: 'cart',
  title: 'Cart',
  tools: [getCart(shop), updateCart(shop)],
  words: { ar, en, es, hi },
});
