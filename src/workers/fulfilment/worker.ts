import type { Worker } from '../../core/agent/tool.ts';
import type { Shop } from '../../core/shop.ts';
import { cancelReservation, listReservations, reserveForTrial } from './tools.ts';

export const createFulfilmentWorker = (shop: Shop): Worker => ({
  name: 'fulfilment',
  title: 'Fulfilment',
  tools: [reserveForTrial(shop), cancelReservation(shop), listReservations(shop)],
});
