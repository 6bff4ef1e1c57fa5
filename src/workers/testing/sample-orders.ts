import type { Order, OrderLine } from '../../contracts/order.ts';

const order: Order = {
  orderId: '01935f1e-0000-7000-8000-0000000000aa',
  number: 'MG-10482',
  state: 'shipped',
  storeId: 'hyd-banjara',
  placedAt: '2026-11-18T10:00:00.000Z',
  lines: [
    {
      sku: 'linen-shirt-blue-m',
      handle: 'linen-shirt',
      title: 'Linen Camp Shirt',
      size: 'M',
      colour: 'Blue',
      quantity: 1,
      unitPrice: 159_900,
    },
  ],
  notes: [],
  subtotal: 159_900,
  discount: 0,
  total: 159_900,
  currency: 'INR',
  events: [{ at: '2026-11-18T10:00:00.000Z', state: 'placed', note: '' }],
  expectedAt: '2026-11-24T10:00:00.000Z',
};

/** One that has not left yet, one that is on its way, and one that the shopper has. */
export const sampleOrders: readonly Order[] = [
  order,
  {
    ...order,
    orderId: '01935f1e-0000-7000-8000-0000000000ab',
    number: 'MG-10477',
    state: 'placed',
    placedAt: '2026-11-17T10:00:00.000Z',
    lines: [lineOf('indigo-kurta', 'Indigo Block Kurta', 'M', 'Indigo', 249_900)],
    subtotal: 249_900,
    total: 249_900,
    events: [{ at: '2026-11-17T10:00:00.000Z', state: 'placed', note: '' }],
  },
  {
    ...order,
    orderId: '01935f1e-0000-7000-8000-0000000000ac',
    number: 'MG-10431',
    state: 'delivered',
    placedAt: '2026-11-10T10:00:00.000Z',
    lines: [
      lineOf('wrap-dress', 'Wrap Dress', 'M', 'Green', 279_900),
      lineOf('office-shirt', 'Poplin Office Shirt', 'S', 'White', 119_900),
    ],
    subtotal: 399_800,
    total: 399_800,
    events: [{ at: '2026-11-14T10:00:00.000Z', state: 'delivered', note: '' }],
    expectedAt: null,
  },
  delivered('MG-10418', '01935f1e-0000-7000-8000-0000000000ad'),
];

function delivered(number: string, orderId: string): Order {
  const lines = [lineOf('wrap-dress', 'Wrap Dress', 'M', 'Green', 279_900)];
  return {
    ...order,
    ...{ orderId, number, state: 'delivered', placedAt: '2026-11-08T10:00:00.000Z' },
    ...{ lines, subtotal: 279_900, total: 279_900, expectedAt: null },
    events: [{ at: '2026-11-12T10:00:00.000Z', state: 'delivered', note: '' }],
  };
}

function lineOf(handle: string, title: string, size: string, colour: string, unitPrice: number): OrderLine {
  const sku = `${handle}-${colour}-${size}`.toLowerCase();
  return { sku, handle, title, size, colour, quantity: 1, unitPrice };
}
