import { v7 } from 'uuid';
import type { FeedLine } from '../../../src/contracts/feed.ts';
import { readFeedText, unpackFeedLine, writeFeedText } from '../../../src/contracts/feed-text.ts';
import type { Operation, OperationBody } from '../../../src/contracts/operation.ts';
import type { Payment } from '../../../src/contracts/payment.ts';
import type { Reservation } from '../../../src/contracts/reservation.ts';
import type { Session } from '../../../src/contracts/session.ts';
import { emptyPreferences } from '../../../src/core/session/preferences.ts';
import { createCatalogueWriter } from '../../../src/platform/hub-store/catalogue-writer.ts';
import { addDevice, type Device } from '../../../src/platform/hub-store/devices.ts';
import { readFeed } from '../../../src/platform/hub-store/feed-reader.ts';
import type { HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import { openFeed } from '../../../src/platform/hub-store/open-feed.ts';
import { saveOwner } from '../../../src/platform/hub-store/session-bindings.ts';
import { currentTerm } from '../../../src/platform/hub-store/terms.ts';
import { makeProduct, shop } from '../../../src/platform/store/testing/samples.ts';

export const { storeId } = shop;

/** A product as a retailer's file gives it; variants as `size/colour/price in rupees`. */
export function incoming(handle: string, variants: readonly string[], title = handle) {
  const { variants: made, ...product } = makeProduct(handle, variants, { title });
  return {
    ...product,
    extra: { Cost: '12' },
    variants: made.map(({ number: _, handle: __, ...variant }) => ({ ...variant, extra: {} })),
  };
}

/** One shop, and a product of which so many are there. Gives the product's sku. */
export async function stock(hub: HubDatabase, handle: string, onHand: number): Promise<string> {
  const product = incoming(handle, ['M/Red/500']);
  const sku = `${handle}-M-Red`;
  await createCatalogueWriter(hub).write(
    async (catalogue) => {
      await catalogue.putStore(shop);
      await catalogue.putProduct(product);
      await catalogue.putStock({ storeId, sku, onHand, location: 'Rail B4' });
    },
    { dryRun: false },
  );
  return sku;
}

export interface TestDevice {
  readonly device: Device;
  readonly token: string;
  /** The next operation in its sequence. */
  operation(body: OperationBody, at: number): Operation;
  feed(
    from?: { readonly epoch: string; readonly cursor: string },
    rows?: number,
  ): Promise<readonly FeedLine[]>;
}

export async function pairDevice(hub: HubDatabase, name: string, shopId = storeId): Promise<TestDevice> {
  const paired = await hub.transaction((transaction) =>
    addDevice(transaction, { deviceId: v7(), name, storeId: shopId, kind: 'kiosk' }),
  );
  let sequence = 0;
  return {
    ...paired,
    operation(body, at) {
      sequence += 1;
      return { operationId: v7(), sequence, at: new Date(at).toISOString(), body };
    },
    async feed(from, rows) {
      const opened = await openFeed(hub, paired.device, { from: from ?? null, sequence });
      const lines: FeedLine[] = [];
      for await (const slice of readFeed(hub.sql, paired.device, opened, rows)) {
        for (const text of writeFeedText(slice).split('\n').filter(Boolean)) {
          const line = readFeedText(text);
          if (line === undefined) throw new Error(`No line of a feed: ${text}`);
          lines.push(...unpackFeedLine(line));
        }
      }
      return lines;
    },
  };
}

/** The place that a feed's last line gives. */
export async function placeAfter(hub: HubDatabase, lines: readonly FeedLine[]) {
  const last = lines.at(-1);
  if (last?.type !== 'checkpoint') throw new Error('The feed has no end');
  return { epoch: await currentTerm(hub.sql), cursor: last.cursor };
}

export const newReservation = (
  sessionId: string,
  sku: string,
  at: number,
  fields: Partial<Reservation> = {},
): Reservation => ({
  reservationId: v7(),
  kind: 'trial',
  state: 'requested',
  number: 101,
  sessionId,
  storeId,
  sku,
  quantity: 1,
  fittingRoom: null,
  pickedAt: null,
  createdAt: new Date(at).toISOString(),
  expiresAt: new Date(at + 20 * 60_000).toISOString(),
  ...fields,
});

export const newSession = (fields: Partial<Session> = {}): Session => ({
  sessionId: v7(),
  language: 'en',
  trust: 'guest',
  customer: null,
  preferences: emptyPreferences,
  cart: [],
  notes: [],
  plan: null,
  offerCode: null,
  startedAt: new Date(0).toISOString(),
  endedAt: null,
  ...fields,
});

/** A session of the web shop, of a customer or of a guest. */
export async function webSession(
  hub: HubDatabase,
  fields: Partial<Session> = {},
  customerId: string | null = null,
): Promise<Session> {
  const session = newSession(fields);
  const { sessionId } = session;
  await hub.transaction(async (transaction) => {
    await transaction.shop(null).sessions.save(session);
    await saveOwner(transaction.sql, { sessionId, customerId, storeId, origin: 'web' }, transaction.now);
  });
  return session;
}

export const newPayment = (sessionId: string, at: number, fields: Partial<Payment> = {}): Payment => ({
  paymentId: v7(),
  sessionId,
  state: 'open',
  amount: 50_000,
  currency: 'INR',
  url: 'https://shop.example/p/ABCD-EFGH',
  pieces: 1,
  discount: 0,
  createdAt: new Date(at).toISOString(),
  expiresAt: new Date(at + 900_000).toISOString(),
  paidAt: null,
  orderNumber: null,
  ...fields,
});
