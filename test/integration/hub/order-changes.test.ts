import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OrderChangeRequest } from '../../../src/contracts/order-change.ts';
import { createHubClient } from '../../../src/platform/sync/hub-client.ts';
import { createHubOrderChanges } from '../../../src/platform/sync/hub-order-changes.ts';
import {
  browser,
  eventLike,
  type RunningHub,
  reservationOf,
  runHub,
  stockRows,
  storeId,
  type TestDevice,
} from './running-hub.ts';

let hub: RunningHub;
let kiosk: TestDevice;
let skus: string[];

beforeAll(async () => {
  hub = await runHub();
  kiosk = await hub.pair('till');
  skus = stockRows(await kiosk.feed())
    .filter((row) => row.storeId === storeId && row.onHand === 5)
    .map((row) => row.sku);
});
afterAll(() => hub.stop());

const ordersAt = (baseUrl: string | null, { token }: TestDevice) =>
  createHubOrderChanges(createHubClient({ baseUrl: () => baseUrl, token: () => token }));

/** What a guest has paid at the kiosk. */
async function bought() {
  const sku = skus.pop() ?? '';
  const sessionId = await kiosk.guest({ sku, quantity: 2 });
  const reservation = reservationOf(sessionId, sku, 2, hub.now());
  await kiosk.push(kiosk.operation({ type: 'reservation-made', sessionId, reservation }));
  const created = await kiosk.call('createPayment', { paymentId: v7(), sessionId });
  if (!created.ok) throw new Error(created.failure.message);
  await browser(hub.url).post(`${new URL(created.value.url).pathname}/pay`, {});
  const read = await kiosk.call('session', { sessionId });
  const [order] = read.ok ? read.value.orders : [];
  if (!order) throw new Error('There is no order');
  const request: OrderChangeRequest = {
    ...{ key: v7(), sessionId, orderNumber: order.number, revision: 0 },
    expected: { owed: 0, refund: order.total },
    change: { type: 'cancel', reason: 'ordered-by-mistake' },
  };
  return { sku, sessionId, order, request };
}

const stockOf = async (sku: string) =>
  stockRows(await kiosk.feed()).find((row) => row.storeId === storeId && row.sku === sku)?.onHand;

test('a kiosk has an order cancelled: the pieces are back, the session says so, and asking again is no more', async () => {
  const { sku, sessionId, order, request } = await bought();
  expect(await stockOf(sku)).toBe(3);
  const orders = ordersAt(hub.url, kiosk);
  const first = await orders.change(request);
  expect(first).toMatchObject({
    value: {
      order: { number: order.number, state: 'cancelled', revision: 1 },
      refund: { amount: order.total, currency: order.currency, route: 'original', due: 'now' },
      payment: null,
    },
  });
  expect(await orders.change(request)).toEqual(first);
  expect(await stockOf(sku)).toBe(5);
  expect(await kiosk.call('session', { sessionId })).toMatchObject({
    value: { orders: [{ state: 'cancelled' }] },
  });
});

test('a payment anew is a link of the session, which names the order on its page', async () => {
  const { sessionId, order, request } = await bought();
  const asked: OrderChangeRequest = {
    ...request,
    change: { type: 'payment' },
    expected: { owed: order.total, refund: order.total },
  };
  const answer = await ordersAt(hub.url, kiosk).change(asked);
  if (!answer.ok || !answer.value.payment) throw new Error('No link was made');
  const { payment } = answer.value;
  expect(payment).toMatchObject({ sessionId, state: 'open', amount: order.total, orderNumber: order.number });
  const page = new URL(payment.url).pathname;
  expect((await browser(hub.url).get(page)).text).toContain(order.number);
  await eventLike(hub.url, kiosk, { state: 'paid' }, () => browser(hub.url).post(`${page}/pay`, {}));
  expect(await kiosk.call('session', { sessionId })).toMatchObject({
    value: { orders: [{ total: order.total, revision: 1 }], payment: { state: 'paid' } },
  });
});

test('another device, another session and nonsense change nothing', async () => {
  const { sessionId, order, request } = await bought();
  const other = await hub.pair('other');
  expect(await ordersAt(hub.url, other).change(request)).toMatchObject({
    failure: { kind: 'denied', reason: 'session-not-here' },
  });
  const stranger = await kiosk.guest();
  expect(await ordersAt(hub.url, kiosk).change({ ...request, sessionId: stranger })).toMatchObject({
    failure: { kind: 'not-found', reason: 'order-unknown' },
  });
  const address = { street: '<script>', city: 'Pune', postalCode: '411001' };
  expect(await kiosk.call('changeOrder', { ...request, change: { type: 'address', address } })).toMatchObject(
    {
      failure: { kind: 'invalid', reason: 'malformed' },
    },
  );
  expect(await kiosk.call('session', { sessionId })).toMatchObject({ value: { orders: [order] } });
});

test('without the hub nothing is changed', async () => {
  const { request } = await bought();
  expect(await ordersAt(null, kiosk).change(request)).toMatchObject({ failure: { kind: 'offline' } });
});

test('what a shopper thinks of an order is kept once, and of another’s not at all', async () => {
  const { sessionId, order } = await bought();
  const feedback = { feedbackId: 'turn-1:call-1', orderNumber: order.number, rating: 5, text: 'Lovely' };
  const given = (orderNumber: string | null) =>
    kiosk.operation({ type: 'feedback-given', sessionId, feedback: { ...feedback, orderNumber } });
  expect(await kiosk.push(given(order.number), given(order.number), given(null))).toMatchObject({
    value: { refused: [] },
  });
  expect(await kiosk.push(given('MG-1'))).toMatchObject({
    value: { refused: [{ failure: { reason: 'order-unknown' } }] },
  });
});

test('an address is kept for whoever is signed in', async () => {
  const address = { street: '12 MG Road', city: 'Pune', postalCode: '411001' };
  const sessionId = await kiosk.guest();
  expect(await ordersAt(hub.url, kiosk).changeCustomerAddress(sessionId, address)).toMatchObject({
    failure: { kind: 'denied', reason: 'not-signed-in' },
  });
  expect(await ordersAt(null, kiosk).changeCustomerAddress(sessionId, address)).toMatchObject({
    failure: { kind: 'offline' },
  });
});
