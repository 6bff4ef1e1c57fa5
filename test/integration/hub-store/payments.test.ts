import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OperationBody } from '../../../src/contracts/operation.ts';
import type { Order } from '../../../src/contracts/order.ts';
import { succeed } from '../../../src/contracts/result.ts';
import type { CartView } from '../../../src/contracts/session.ts';
import { createPaymentDesk } from '../../../src/hub/payments/payment-desk.ts';
import type { Announcement } from '../../../src/platform/hub-store/hub-database.ts';
import { createHubOperations } from '../../../src/platform/hub-store/operations.ts';
import { keepOrder, nextOrderNumber, placeOrder } from '../../../src/platform/hub-store/orders.ts';
import {
  duePayments,
  findLink,
  findLinkByCode,
  findPayment,
  insertPayment,
  openPaymentOf,
  setProviderReference,
  updatePayment,
} from '../../../src/platform/hub-store/payment-records.ts';
import { newPayment, newReservation, stock, storeId, webSession } from './fixtures.ts';
import { databases } from './hub-place.ts';
import { openTestHub, type TestHub } from './test-hubs.ts';

const cartOf = (sku: string, quantity: number): CartView => ({
  lines: [
    {
      ...{ sku, handle: 'kurta', title: 'Kurta', size: 'M', colour: 'Red', image: null, quantity },
      unitPrice: 50_000,
      lineTotal: quantity * 50_000,
      availableHere: 5,
      location: null,
    },
  ],
  pieces: quantity,
  subtotal: quantity * 50_000,
  discount: 0,
  total: quantity * 50_000,
  currency: 'INR',
  offer: null,
});

const linkOf = (paymentId: string, cart: CartView) => ({
  paymentId,
  code: `CODE-${paymentId.slice(-4)}`,
  storeId,
  deviceId: null,
  cart,
  reference: null,
  checkoutUrl: null,
  address: null,
});

describe.each(databases)('payments and orders at a hub on %s', (kind) => {
  let it: TestHub;
  beforeAll(async () => {
    it = await openTestHub(kind);
  });
  afterAll(() => it.close());

  test('a payment is found by id, code and session; paid it stays paid', async () => {
    const { hub } = it;
    const sku = await stock(hub, 'belt', 5);
    const { sessionId } = await webSession(hub);
    const payment = newPayment(sessionId, it.now());
    const link = linkOf(payment.paymentId, cartOf(sku, 1));
    await hub.transaction((transaction) => insertPayment(transaction, payment, link));
    expect(await findPayment(hub.sql, payment.paymentId)).toEqual(payment);
    expect(await findLink(hub.sql, payment.paymentId)).toEqual(link);
    expect(await findLinkByCode(hub.sql, link.code)).toEqual(link);
    expect(await openPaymentOf(hub.sql, sessionId)).toEqual(payment);
    await hub.transaction(({ sql }) =>
      setProviderReference(sql, payment.paymentId, { reference: 'r-1', checkoutUrl: null }),
    );
    expect(await findLink(hub.sql, payment.paymentId)).toMatchObject({ reference: 'r-1' });

    expect(await duePayments(hub.sql, it.now())).toEqual([]);
    expect(await duePayments(hub.sql, Date.parse(payment.expiresAt))).toEqual([payment]);
    const heard: Announcement[] = [];
    hub.subscribe((announcement) => heard.push(announcement));
    const states = ['expired', 'paid', 'cancelled'] as const;
    for (const state of states) {
      await hub.transaction((transaction) => updatePayment(transaction, { ...payment, state }));
    }
    expect(await findPayment(hub.sql, payment.paymentId)).toMatchObject({ state: 'paid' });
    expect(heard.filter(({ type }) => type === 'payment-changed')).toHaveLength(3);
    expect(await openPaymentOf(hub.sql, sessionId)).toBeUndefined();
  });

  describe('a bag that changes while it is priced', () => {
    /** A held bag of two kinds; `change` happens between the pricing and the link. */
    const askForLink = async (change: (sessionId: string) => OperationBody | null) => {
      const { hub } = it;
      const skus = [await stock(hub, 'skirt', 50), await stock(hub, 'scarf', 50)];
      const cart = skus.map((sku) => ({ sku, quantity: 2 }));
      const { sessionId } = await webSession(hub, { cart, offerCode: 'FESTIVE500' });
      const operations = createHubOperations(hub);
      for (const sku of skus) {
        const reservation = newReservation(sessionId, sku, it.now(), { kind: 'checkout', quantity: 2 });
        await operations.execute({ type: 'reservation-made', sessionId, reservation });
      }
      const views = skus.map((sku) => cartOf(sku, 2));
      const total = 4 * 50_000;
      const view = { ...cartOf('', 4), lines: views.flatMap(({ lines }) => lines), subtotal: total, total };
      const desk = createPaymentDesk({
        hub,
        messages: {
          sendPaymentLink: fail,
          queueConfirmation: fail,
          queueBackInStock: fail,
          queuePhoneLink: fail,
          sendCode: fail,
        },
        publicUrl: () => 'https://shop.example',
        price: async () => {
          const body = change(sessionId);
          if (body) expect(await operations.execute(body)).toMatchObject({ ok: true });
          return succeed(view);
        },
      }).forDevice(null);
      const made = await desk.create(v7(), sessionId);
      return { made, open: await openPaymentOf(hub.sql, sessionId) };
    };
    const fail = () => Promise.reject(new Error('Not asked for'));

    test.each([
      ['a piece less', { type: 'cart-line-set', sku: 'skirt-M-Red', quantity: 1 }],
      ['a piece taken out', { type: 'cart-line-set', sku: 'scarf-M-Red', quantity: 0 }],
      ['an offer taken off', { type: 'offer-applied', code: null }],
    ] as const)('%s: no link for the old bag', async (_, body) => {
      const { made, open } = await askForLink((sessionId) => ({ ...body, sessionId }));
      expect(made).toMatchObject({ failure: { kind: 'conflict', reason: 'cart-changed' } });
      expect(open).toBeUndefined();
    });

    test('unchanged it gets its link, also with an offer that does not apply', async () => {
      const { made, open } = await askForLink(() => null);
      expect(made).toEqual({ ok: true, value: open });
      expect(open).toMatchObject({ state: 'open', amount: 200_000, pieces: 4 });
    });
  });

  test('what is paid leaves stock, hold and bag together, and is an order', async () => {
    const { hub } = it;
    const sku = await stock(hub, 'kurta', 5);
    const about = (text: string, ...skus: readonly string[]) => ({
      title: 'Gift wrap',
      text,
      pieces: skus.map((one) => ({ sku: one, quantity: 1 })),
    });
    const at = new Date(it.now()).toISOString();
    const bought = { worker: 'gift-wrap', key: sku, at, content: about('For Asha', sku) };
    const other = { worker: 'gift-wrap', key: 'scarf', at, content: about('For Ravi', sku, 'scarf') };
    const session = await webSession(hub, { cart: [{ sku, quantity: 2 }], notes: [bought, other] });
    const { sessionId } = session;
    const made = await createHubOperations(hub).execute({
      type: 'reservation-made',
      sessionId,
      reservation: newReservation(sessionId, sku, it.now(), { kind: 'checkout', quantity: 3 }),
    });
    expect(made).toMatchObject({ ok: true });
    const payment = newPayment(sessionId, it.now());
    const link = linkOf(payment.paymentId, cartOf(sku, 2));
    const placed = await hub.transaction(async (transaction) => {
      await insertPayment(transaction, payment, link);
      return placeOrder(transaction, payment, link, payment.paymentId);
    });
    expect(placed).toMatchObject({
      ok: true,
      value: {
        number: 'MG-10001',
        lines: [{ sku, quantity: 2 }],
        notes: [{ worker: 'gift-wrap', key: sku, ...bought.content }],
      },
    });
    const after = await hub.transaction(async (transaction) => {
      const shop = transaction.shop(null);
      return {
        stock: await shop.stock.position(storeId, sku),
        cart: (await shop.sessions.find(sessionId))?.cart,
        notes: (await shop.sessions.find(sessionId))?.notes,
        holds: (await shop.reservations.ofSession(sessionId)).map(({ state }) => state),
        orders: (await shop.sessions.orders(sessionId)).map(({ number }) => number),
      };
    });
    expect(after).toMatchObject({
      stock: { onHand: 3, reserved: 0, promisable: 3 },
      cart: [],
      notes: [other],
      holds: ['bought'],
      orders: ['MG-10001'],
    });
  });

  test('a number that an order brought is not given again; a customer sees orders of all their sessions', async () => {
    const { hub } = it;
    const customerId = v7();
    const { sessionId } = await webSession(hub, {}, customerId);
    const order = (number: string, placedAt: string): Order => ({
      ...{ orderId: v7(), number, placedAt, storeId, expectedAt: null, lines: [], events: [], notes: [] },
      ...{ state: 'placed', subtotal: 0, discount: 0, total: 0, currency: 'INR' },
    });
    const numbers = await hub.transaction(async (transaction) => {
      const whose = { sessionId: null, customerId };
      await keepOrder(transaction, order('MG-20000', '2026-01-01T00:00:00.000Z'), whose);
      await keepOrder(transaction, order('MG-15000', '2026-02-01T00:00:00.000Z'), whose);
      return [await nextOrderNumber(transaction.sql), await nextOrderNumber(transaction.sql)];
    });
    expect(numbers).toEqual(['MG-20001', 'MG-20002']);
    const seen = await hub.transaction((transaction) => transaction.shop(null).sessions.orders(sessionId));
    expect(seen.map(({ number }) => number)).toEqual(['MG-15000', 'MG-20000']);
  });
});
