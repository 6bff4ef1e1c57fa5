import type { Worker } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { callAssociate, findStockNearby, getStoreInfo } from './tools.ts';
import ar from './words/ar.json';
import en from './words/en.json';
import es from './words/es.json';
import hi from './words/hi.json';

export const createStoreAvailabilityWorker = (shop: Shop): Worker => ({
  name: 'store-availability',
  title: 'Store availability',
  tools: [findStockNearby(shop), getStoreInfo(shop), callAssociate(shop)],
  words: { ar, en, es, hi },
});
