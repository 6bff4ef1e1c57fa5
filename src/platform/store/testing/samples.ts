import type { Product, Variant } from '../../../contracts/catalogue.ts';
import type { FeedLine, StockRow } from '../../../contracts/feed.ts';
import type { Reservation } from '../../../contracts/reservation.ts';
import type { Session } from '../../../contracts/session.ts';
import type { Store } from '../../../contracts/store.ts';
import type { DeviceEnvironment } from '../../../core/ports/environment.ts';
import { leaseDurationMs } from '../../../core/stock/lease.ts';
import { baseMigrations } from '../migrations/base.ts';
import { kioskMigrations } from '../migrations/kiosk.ts';
import { type Database, type OpenOptions, openDatabase } from '../open-database.ts';

export const start = Date.UTC(2026, 10, 22, 9, 0);

/** Ids that count, in the shape of a UUID. */
export function createTestEnvironment(): DeviceEnvironment & { at: number } {
  let last = 0;
  const environment = {
    at: start,
    now: () => environment.at,
    uptime: () => environment.at - start + 60_000,
    newId: () => {
      last += 1;
      return testId(last);
    },
  };
  return environment;
}

/** Of a feed that was asked for at the beginning. */
export const requested = { now: start, uptime: 60_000 };

export const testId = (number: number): string =>
  `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

export function openKioskFile(file = ':memory:', options: OpenOptions = {}): Database {
  const opened = openDatabase(file, [...baseMigrations, ...kioskMigrations], options);
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
}

export const shop: Store = {
  storeId: 'hyd-banjara',
  name: 'Banjara Hills',
  address: 'Road 1',
  city: 'Hyderabad',
  phone: '+914012345678',
  position: { latitude: 17.4, longitude: 78.4 },
  timeZone: 'Asia/Kolkata',
  hours: Array.from({ length: 7 }, () => ({ opens: 600, closes: 1260 })),
  fittingRooms: 4,
};

let lastNumber = 0;

/** Variants given as `size/colour/price in rupees`. */
export function makeProduct(
  handle: string,
  variants: readonly string[],
  fields: Partial<Omit<Product, 'handle' | 'variants'>> = {},
): Product {
  return {
    handle,
    title: handle,
    description: '',
    brand: 'Marigold',
    productType: 'Kurta',
    department: 'women',
    tags: [],
    attributes: {},
    currency: 'INR',
    images: [],
    ...fields,
    variants: variants.map((text): Variant => {
      const [size = '', colour = '', price = '0'] = text.split('/');
      lastNumber += 1;
      return {
        sku: `${handle}-${size}-${colour}`,
        number: lastNumber,
        handle,
        barcode: null,
        size,
        colour,
        options: [],
        price: Number(price) * 100,
        compareAtPrice: null,
        image: null,
      };
    }),
  };
}

export const makeStock = (sku: string, fields: Partial<StockRow> = {}): StockRow => ({
  storeId: shop.storeId,
  sku,
  onHand: 5,
  reserved: 0,
  safety: 0,
  location: 'Rail B4',
  granted: 0,
  spent: 0,
  recall: 0,
  asOf: new Date(start).toISOString(),
  ...fields,
});

export const makeReservation = (fields: Partial<Reservation> = {}): Reservation => ({
  reservationId: testId(900),
  kind: 'trial',
  state: 'requested',
  number: 101,
  sessionId: testId(800),
  storeId: shop.storeId,
  sku: 'kurta-M-Red',
  quantity: 1,
  fittingRoom: 1,
  pickedAt: null,
  createdAt: new Date(start).toISOString(),
  expiresAt: new Date(start + 900_000).toISOString(),
  ...fields,
});

export const makeSession = (fields: Partial<Session> = {}): Session => ({
  sessionId: testId(800),
  language: 'en',
  trust: 'guest',
  customer: null,
  preferences: { sizes: {}, colours: [] },
  cart: [],
  notes: [],
  plan: null,
  offerCode: null,
  startedAt: new Date(start).toISOString(),
  endedAt: null,
  ...fields,
});

export const epochs = [testId(1001), testId(1002)] as const;

export async function* toLines(lines: readonly FeedLine[]): AsyncGenerator<string> {
  for (const line of lines) yield JSON.stringify(line);
}

/** A whole feed of the rows. */
export function makeFeed(
  rows: readonly FeedLine[],
  {
    mode = 'snapshot',
    cursor = '1',
    appliedSequence = 0,
    epoch = epochs[0],
  }: {
    mode?: 'snapshot' | 'rest' | 'delta';
    cursor?: string;
    appliedSequence?: number;
    epoch?: string;
  } = {},
): readonly FeedLine[] {
  return [
    { type: 'begin', mode, epoch, rows: rows.length, lease: { number: 1, remainingMs: leaseDurationMs } },
    ...rows,
    { type: 'checkpoint', cursor, appliedSequence, complete: true },
  ];
}
