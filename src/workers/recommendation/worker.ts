import type { WorkerPlan } from '../../core/agent/tool.ts';
import { compareProducts, findSimilar } from './alike.ts';
import { findSize } from './find-size.ts';
import { getProduct, recommendProducts, searchCatalog, suggestBundle } from './tools.ts';

export const worker: WorkerPlan = {
  name: 'recommendation',
  title: 'Recommendation',
  place: 10,
  tools: (shop) => [
    searchCatalog(shop),
    getProduct(shop),
    recommendProducts(shop),
    suggestBundle(shop),
    findSimilar(shop),
    compareProducts(shop),
    findSize(shop),
  ],
};
