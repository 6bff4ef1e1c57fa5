import type { ToolStep, TurnState } from '../../../core/agent/planner.ts';

const at = '2026-11-22T10:00:00.000Z';
const later = '2026-11-22T10:20:00.000Z';
const sessionId = '01935f1e-0000-7000-8000-000000000001';
const INR = 'INR';

const product = (
  handle: string,
  title: string,
  price: number,
  sizesHere: readonly string[],
  more: object = {},
) => ({
  handle,
  title,
  productType: 'Shirt',
  department: 'men',
  price,
  compareAtPrice: null,
  currency: INR,
  image: null,
  colours: ['Blue', 'White'],
  sizes: ['S', 'M', 'L', 'XL'],
  sizesHere,
  availableHere: sizesHere.length * 2,
  sku: `${handle}-m`,
  ...more,
});

const items = [
  product('linen-shirt', 'Linen Camp Shirt', 159_900, ['S', 'M', 'L'], { compareAtPrice: 199_900 }),
  product('oxford', 'Oxford Shirt', 179_900, ['M']),
  product('501', '501 Original Jeans', 249_900, ['30', '32', '34'], { sizes: ['30', '32', '34', '36'] }),
];
const store = {
  storeId: 'hyd-banjara',
  name: 'Marigold Banjara Hills',
  address: 'Road No. 12, Banjara Hills',
  city: 'Hyderabad',
  phone: '+914023456789',
  position: { latitude: 17.41, longitude: 78.44 },
  timeZone: 'Asia/Kolkata',
  hours: Array.from({ length: 7 }, () => ({ opens: 600, closes: 1290 })),
  fittingRooms: 4,
};
const line = {
  sku: 'linen-shirt-m',
  handle: 'linen-shirt',
  title: 'Linen Camp Shirt',
  size: 'M',
  colour: 'Blue',
  image: null,
  quantity: 2,
  unitPrice: 159_900,
  lineTotal: 319_800,
  availableHere: 4,
  location: 'Rail B4',
};
const offer = {
  code: 'FESTIVE500',
  title: '₹500 off',
  description: '₹500 off above ₹2,000',
  discount: { type: 'amount' as const, amount: 50_000 },
  minimumSubtotal: 200_000,
  tiers: [],
  productTypes: [],
  currency: INR,
  validFrom: at,
  validUntil: '2026-12-31T12:00:00.000Z',
};
const cart = {
  lines: [line],
  pieces: 2,
  subtotal: 319_800,
  offer,
  discount: 50_000,
  total: 269_800,
  currency: INR,
};
const reservation = {
  reservationId: '01935f1e-0000-7000-8000-0000000000bb',
  kind: 'trial' as const,
  state: 'requested' as const,
  number: 107,
  sessionId,
  storeId: 'hyd-banjara',
  sku: 'linen-shirt-m',
  quantity: 1,
  fittingRoom: 3,
  createdAt: at,
  expiresAt: later,
  pickedAt: null,
  handle: 'linen-shirt',
  title: 'Linen Camp Shirt',
  size: 'M',
  colour: 'Blue',
  image: null,
  location: 'Rail B4',
};
const payment = {
  paymentId: '01935f1e-0000-7000-8000-0000000000cc',
  sessionId,
  state: 'open' as const,
  amount: 269_800,
  currency: INR,
  url: 'https://shop.example/p/ABCD-EFGH',
  pieces: 2,
  discount: 50_000,
  createdAt: at,
  expiresAt: '2026-11-22T10:15:00.000Z',
  paidAt: null,
  orderNumber: null,
};
const order = {
  orderId: '01935f1e-0000-7000-8000-0000000000aa',
  number: 'MG-10482',
  state: 'shipped',
  storeId: 'hyd-banjara',
  placedAt: '2026-11-18T10:00:00.000Z',
  lines: [{ ...line, quantity: 1 }],
  subtotal: 159_900,
  discount: 0,
  total: 159_900,
  currency: INR,
  events: [{ at: '2026-11-18T10:00:00.000Z', state: 'placed', note: '' }],
  expectedAt: '2026-11-24T10:00:00.000Z',
};

const results: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  search_catalog: { total: 3, items, corrections: [], facets: {} },
  get_product: {
    product: {
      handle: 'linen-shirt',
      title: 'Linen Camp Shirt',
      description: 'A shirt of 100% linen with a camp collar and 2 pockets.',
      brand: 'Studio 54',
      attributes: { fabric: ['linen'] },
      currency: INR,
    },
  },
  find_stock: {
    title: 'Linen Camp Shirt',
    figures: [
      { sku: 'a', available: 4, size: 'M', colour: 'Blue', location: 'Rail B4', asOf: at },
      { sku: 'b', available: 0, size: 'XL', colour: 'Blue', location: null, asOf: at },
    ],
  },
  find_stock_nearby: {
    title: 'Linen Camp Shirt',
    stores: [
      {
        store: { ...store, name: 'Marigold Hitec City' },
        available: 6,
        distanceMetres: 8_350,
        openUntil: 1290,
      },
    ],
  },
  get_store_info: { store },
  get_cart: cart,
  list_offers: { offers: [{ offer, saves: 50_000, reason: null }] },
  get_loyalty_status: { tier: 'gold', points: 4_200, pointsToNextTier: 5_800, nextTier: 'platinum' },
  list_reservations: { reservations: [reservation] },
  create_payment_link: payment,
  list_orders: { orders: [order] },
};

const ownTools = Object.keys(results);

/** A turn in which tools have given `called` of what they know; in a session that is empty otherwise. */
export function turnAfter(called: readonly string[], utterance = 'show me shirts'): TurnState {
  return {
    utterance,
    history: [],
    session: {
      sessionId,
      storeId: 'hyd-banjara',
      language: 'en',
      trust: 'guest',
      notes: [],
      plan: null,
      customer: null,
      preferences: { sizes: {}, colours: [] },
      cart: { lines: [], pieces: 0, subtotal: 0, offer: null, discount: 0, total: 0, currency: INR },
      messages: [],
      reservations: [],
      payment: null,
    },
    steps: called.map(
      (tool, index): ToolStep => ({
        callId: `c${index}`,
        tool,
        arguments: {},
        result: { ok: true, value: results[tool] ?? {} },
        card: undefined,
      }),
    ),
    tools: ownTools.map((name) => ({
      worker: 'shop',
      name,
      description: '',
      effect: 'read' as const,
      inputSchema: {},
    })),
    vocabulary: {
      departments: [],
      productTypes: ['Shirt', 'Jeans'],
      colours: ['Blue', 'White'],
      sizes: ['S', 'M', 'L', 'XL', 'XXL', '30', '32', '34', '36', '38'],
      fabrics: ['linen'],
      occasions: [],
      patterns: [],
      brands: [],
      titleWords: [],
      kinds: [],
    },
    timeZone: 'Asia/Kolkata',
  };
}

export const everyTool = ownTools;
