import type { WorkerPlan } from '../../core/agent/tool.ts';
import {
  cancelOrder,
  changeOrderAddress,
  changeOrderItems,
  changeOrderPayment,
  startExchange,
  startReturn,
} from './changes.ts';
import { changeCustomerAddress, submitFeedback } from './feedback.ts';
import { getStorePolicy } from './policy.ts';
import { getOrder, listOrders, trackOrder } from './tools.ts';
import ar from './words/ar.json';
import en from './words/en.json';
import es from './words/es.json';
import hi from './words/hi.json';

export const worker: WorkerPlan = {
  name: 'post-purchase',
  title: 'Post-purchase support',
  place: 80,
  tools: (shop) => [
    listOrders(shop),
    getOrder(shop),
    trackOrder(shop),
    getStorePolicy(shop),
    cancelOrder(shop),
    changeOrderAddress(shop),
    changeOrderItems(shop),
    changeOrderPayment(shop),
    startReturn(shop),
    startExchange(shop),
    submitFeedback(shop),
    changeCustomerAddress(shop),
  ],
  words: { ar, en, es, hi },
};
