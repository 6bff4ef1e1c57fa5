import type { Order } from '../../contracts/order.ts';

/** A shipped order of one kurta. */
export const fixtureOrder: Order = {
  orderId: '019a0000-0000-7000-8000-000000000001',
  number: 'MG-10482',
  state: 'shipped',
  storeId: null,
  placedAt: '2026-11-15T09:00:00.000Z',
  lines: [
    {
      sku: 'indigo-block-kurta/indigo/m',
      handle: 'indigo-block-kurta',
      title: 'Indigo Block Print Kurta',
      size: 'M',
      colour: 'Indigo',
      quantity: 1,
      unitPrice: 189_900,
    },
  ],
  notes: [],
  subtotal: 189_900,
  discount: 0,
  total: 189_900,
  currency: 'INR',
  events: [
    { at: '2026-11-15T09:00:00.000Z', state: 'placed', note: '' },
    { at: '2026-11-17T12:00:00.000Z', state: 'shipped', note: 'With the courier' },
  ],
  expectedAt: '2026-11-24T12:00:00.000Z',
};
