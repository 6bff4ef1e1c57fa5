import type { Worker } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { compareProducts, findSimilar } from './alike.ts';
import { findSize } from './find-size.ts';
import { getProduct, recommendProducts, searchCatalog, suggestBundle } from './tools.ts';

export const createRecommendationWorker = (shop: Shop): Worker => ({
  name: 'recommendation',
  title: 'Recommendation',
  tools: [
    searchCatalog(shop),
    getProduct(shop),
    recommendProducts(shop),
    suggestBundle(shop),
    findSimilar(shop),
    compareProducts(shop),
    findSize(shop),
  ],
});
