import type { Worker } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { applyOffer, findBestOffer, getLoyaltyStatus, listOffers, removeOffer } from './tools.ts';
import ar from './words/ar.json';
import en from './words/en.json';
import es from './words/es.json';
import hi from './words/hi.json';

export const createLoyaltyOffersWorker = (shop: Shop): Worker => ({
  name: 'loyalty-offers',
  title: 'Loyalty and offers',
  tools: [getLoyaltyStatus(shop), listOffers(shop), findBestOffer(shop), applyOffer(shop), removeOffer(shop)],
  words: { ar, en, es, hi },
});
