import type { Worker } from '../core/agent/tool.ts';
import type { Shop } from '../core/shop.ts';
import { createCartWorker } from './cart/worker.ts';
import { createFulfilmentWorker } from './fulfilment/worker.ts';
import { createInventoryWorker } from './inventory/worker.ts';
import { createLoyaltyOffersWorker } from './loyalty-offers/worker.ts';
import { createPaymentWorker } from './payment/worker.ts';
import { createPostPurchaseWorker } from './post-purchase/worker.ts';
import { createRecommendationWorker } from './recommendation/worker.ts';
import { createStoreAvailabilityWorker } from './store-availability/worker.ts';

/** The workers that every shop has. */
export const createWorkers = (shop: Shop): readonly Worker[] => [
  createRecommendationWorker(shop),
  createInventoryWorker(shop),
  createStoreAvailabilityWorker(shop),
  createCartWorker(shop),
  createPaymentWorker(shop),
  createLoyaltyOffersWorker(shop),
  createFulfilmentWorker(shop),
  createPostPurchaseWorker(shop),
];
