import type { Payment } from '../../contracts/payment.ts';
import type { SessionView } from '../../contracts/session.ts';
import type { Store } from '../../contracts/store.ts';

const day = { opens: 630, closes: 1290 };

export const storeFixture: Store = {
  storeId: 'hyd-banjara',
  name: 'Banjara Hills',
  address: 'Road No. 12',
  city: 'Hyderabad',
  phone: '+914012345601',
  position: { latitude: 17.4, longitude: 78.4 },
  timeZone: 'Asia/Kolkata',
  hours: [day, day, day, day, day, day, day],
  fittingRooms: 4,
};

const line: SessionView['cart']['lines'][number] = {
  sku: 'kurta-indigo-m',
  handle: 'kurta',
  title: 'Indigo kurta',
  size: 'M',
  colour: 'Indigo',
  image: null,
  quantity: 1,
  unitPrice: 249_900,
  lineTotal: 249_900,
  availableHere: 4,
  location: 'Rail B4',
};

export const sessionView = (change: Partial<SessionView> = {}): SessionView => ({
  sessionId: '019a0000-0000-7000-8000-000000000001',
  storeId: 'hyd-banjara',
  language: 'en',
  trust: 'guest',
  customer: null,
  preferences: { sizes: {}, colours: [] },
  cart: { lines: [], pieces: 0, subtotal: 0, offer: null, discount: 0, total: 0, currency: 'INR' },
  notes: [],
  plan: null,
  messages: [],
  reservations: [],
  payment: null,
  ...change,
});

/** A session restored from a phone, one kurta in its bag. */
export const restoredView = (change: Partial<SessionView> = {}): SessionView =>
  sessionView({
    trust: 'restored',
    customer: {
      initial: 'A',
      loyalty: { tier: 'gold', points: 4200, pointsToNextTier: 5800, nextTier: 'platinum' },
    },
    cart: {
      lines: [line],
      pieces: 1,
      subtotal: 249_900,
      offer: null,
      discount: 0,
      total: 249_900,
      currency: 'INR',
    },
    ...change,
  });

export const paymentFixture = (change: Partial<Payment> = {}): Payment => ({
  paymentId: '019a0000-0000-7000-8000-0000000000aa',
  sessionId: '019a0000-0000-7000-8000-000000000001',
  state: 'open',
  amount: 249_900,
  currency: 'INR',
  url: 'https://pay.example/p/7K2Q-M9XD',
  pieces: 1,
  discount: 0,
  createdAt: new Date().toISOString(),
  expiresAt: new Date(Date.now() + 15 * 60_000).toISOString(),
  paidAt: null,
  orderNumber: null,
  ...change,
});
