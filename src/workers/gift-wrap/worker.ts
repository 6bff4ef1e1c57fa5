import type { WorkerPlan } from '../../core/agent/tool.ts';
import { addGiftWrap } from './add.ts';
import { readConfig } from './config.ts';
import { getGiftWrapOptions } from './options.ts';
import { removeGiftWrap } from './remove.ts';
import { spoken } from './spoken.ts';
import ar from './words/ar.json';
import en from './words/en.json';
import es from './words/es.json';
import hi from './words/hi.json';

const config = readConfig();

export const worker: WorkerPlan = {
  name: 'gift-wrap',
  title: 'Gift wrap',
  place: 90,
  tools: (shop) => [
    getGiftWrapOptions(shop, config),
    addGiftWrap(shop, config),
    removeGiftWrap(shop, config),
  ],
  words: { ar, en, es, hi },
  spoken,
};
