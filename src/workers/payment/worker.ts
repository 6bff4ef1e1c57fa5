import type { Worker } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { createPaymentLink, getPaymentStatus } from './tools.ts';

export const createPaymentWorker = (shop: Shop): Worker => ({
  name: 'payment',
  title: 'Payment',
  tools: [createPaymentLink(shop), getPaymentStatus(shop)],
});
