import type { WorkerPlan } from '../../core/agent/tool.ts';
import { findStock, locateItem } from './tools.ts';

export const worker: WorkerPlan = {
  name: 'inventory',
  title: 'Inventory',
  place: 20,
  tools: (shop) => [findStock(shop), locateItem(shop)],
};
