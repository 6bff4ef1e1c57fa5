import type { WorkerPlan } from '../../core/agent/tool.ts';
import { continueOnPhone } from './phone.ts';
import { callAssociate, findStockNearby, getStoreInfo, notifyWhenAvailable, stopNotifying } from './tools.ts';
import ar from './words/ar.json';
import en from './words/en.json';
import es from './words/es.json';
import hi from './words/hi.json';

export const worker: WorkerPlan = {
  name: 'store-availability',
  title: 'Store availability',
  place: 30,
  tools: (shop) => [
    findStockNearby(shop),
    notifyWhenAvailable(shop),
    stopNotifying(shop),
    getStoreInfo(shop),
    callAssociate(shop),
    continueOnPhone(shop),
  ],
  words: { ar, en, es, hi },
};
