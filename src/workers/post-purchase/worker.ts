import type { Worker } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
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

export const createPostPurchaseWorker = (shop: Shop): Worker => ({
  name: 'post-purchase',
  title: 'Post-purchase support',
  tools: [
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
});
