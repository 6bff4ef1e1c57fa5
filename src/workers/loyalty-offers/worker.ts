import type { Worker } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { applyOffer, getLoyaltyStatus, listOffers } from './tools.ts';

export const createLoyaltyOffersWorker = (shop: Shop): Worker => ({
  name: 'loyalty-offers',
  title: 'Loyalty and offers',
  tools: [getLoyaltyStatus(shop), listOffers(shop), applyOffer(shop)],
});
