import type { Worker } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { cancelPayment, createPaymentLink, getPaymentStatus } from './tools.ts';
import ar from './words/ar.json';
import en from './words/en.json';
import es from './words/es.json';
import hi from './words/hi.json';

export const createPaymentWorker = (shop: Shop): Worker => ({
  name: 'payment',
  title: 'Payment',
  tools: [createPaymentLink(shop), getPaymentStatus(shop), cancelPayment(shop)],
  words: { ar, en, es, hi },
});
