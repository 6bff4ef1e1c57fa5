import type { WorkerPlan } from '../../core/agent/tool.ts';
import {
  cancelReservation,
  extendReservation,
  listReservations,
  requestOtherSize,
  reserveForTrial,
} from './tools.ts';
import { getFulfilmentOptions, setFulfilment } from './ways.ts';
import ar from './words/ar.json';
import en from './words/en.json';
import es from './words/es.json';
import hi from './words/hi.json';

export const worker: WorkerPlan = {
  name: 'fulfilment',
  title: 'Fulfilment',
  place: 70,
  tools: (shop) => [
    reserveForTrial(shop),
    extendReservation(shop),
    requestOtherSize(shop),
    cancelReservation(shop),
    listReservations(shop),
    getFulfilmentOptions(shop),
    setFulfilment(shop),
  ],
  words: { ar, en, es, hi },
};
