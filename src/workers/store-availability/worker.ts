import type { Worker } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { findStockNearby, getStoreInfo } from './tools.ts';

export const createStoreAvailabilityWorker = (shop: Shop): Worker => ({
  name: 'store-availability',
  title: 'Store availability',
  tools: [findStockNearby(shop), getStoreInfo(shop)],
});
