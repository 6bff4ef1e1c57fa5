import type { WorkerPlan } from '../../core/agent/tool.ts';
import { getCart, updateCart } from './tools.ts';
import ar from './words/ar.json';
import en from './words/en.json';
import es from './words/es.json';
import hi from './words/hi.json';

export const worker: WorkerPlan = {
  name: 'cart',
  title: 'Cart',
  place: 40,
  tools: (shop) => [getCart(shop), updateCart(shop)],
  words: { ar, en, es, hi },
};
