import type { WorkerPlan } from '../../core/agent/tool.ts';
import { getOrder, listOrders, trackOrder } from './tools.ts';

export const worker: WorkerPlan = {
  name: 'post-purchase',
  title: 'Post-purchase support',
  place: 80,
  tools: (shop) => [listOrders(shop), getOrder(shop), trackOrder(shop)],
};
