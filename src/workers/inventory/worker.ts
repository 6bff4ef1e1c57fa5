import type { Worker } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { findStock, locateItem } from './tools.ts';

export const createInventoryWorker = (shop: Shop): Worker => ({
  name: 'inventory',
  title: 'Inventory',
  tools: [findStock(shop), locateItem(shop)],
});
