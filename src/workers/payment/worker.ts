import type { WorkerPlan } from '../../core/agent/tool.ts';
import { cancelPayment, createPaymentLink, getPaymentStatus } from './tools.ts';
import ar from './words/ar.json';
import en from './words/en.json';
import es from './words/es.json';
import hi from './words/hi.json';

export const worker: WorkerPlan = {
  name: 'payment',
  title: 'Payment',
  place: 50,
  tools: (shop) => [createPaymentLink(shop), getPaymentStatus(shop), cancelPayment(shop)],
  words: { ar, en, es, hi },
};
