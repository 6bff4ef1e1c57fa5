import type { WorkerPlan } from '../../core/agent/tool.ts';
import { continuePlan, dropPlan, getPlan } from './proceed.ts';
import { planOutfit, planReservationElsewhere, planReturnAndBuy, planSizeSwap } from './propose.ts';
import { spoken } from './spoken.ts';
import ar from './words/ar.json';
import en from './words/en.json';
import es from './words/es.json';
import hi from './words/hi.json';

export const worker: WorkerPlan = {
  name: 'workflows',
  title: 'Workflows',
  place: 100,
  tools: (shop) => [
    planOutfit(shop),
    planSizeSwap(shop),
    planReturnAndBuy(shop),
    planReservationElsewhere(shop),
    getPlan(shop),
    continuePlan(shop),
    dropPlan(shop),
  ],
  words: { ar, en, es, hi },
  spoken,
};
