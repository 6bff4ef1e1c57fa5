import type { WorkerPlan } from '../../core/agent/tool.ts';
import { redeemPoints } from './points.ts';
import { applyOffer, findBestOffer, getLoyaltyStatus, listOffers, removeOffer } from './tools.ts';
import ar from './words/ar.json';
import en from './words/en.json';
import es from './words/es.json';
import hi from './words/hi.json';

export const worker: WorkerPlan = {
  name: 'loyalty-offers',
  title: 'Loyalty and offers',
  place: 60,
  tools: (shop) => [
    getLoyaltyStatus(shop),
    listOffers(shop),
    findBestOffer(shop),
    applyOffer(shop),
    removeOffer(shop),
    redeemPoints(shop),
  ],
  words: { ar, en, es, hi },
};
