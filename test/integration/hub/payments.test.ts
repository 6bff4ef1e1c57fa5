import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StockRow } from '../../../src/contracts/feed.ts';
import { deviceEventsPath } from '../../../src/contracts/hub-api.ts';
import type { Payment } from '../../../src/contracts/payment.ts';
import {
  browser,
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

const fresh = (): string => {
  const sku = skus.pop();
  if (sku === undefined) throw new Error('No sku is left');
  return sku;
};
const rowOf = async (sku: string): Promise<StockRow | undefined> =>
  stockRows(await kiosk.feed()).find((row) => row.storeId === storeId && row.sku === sku);

/** A guest's bag of one piece, held, with its link. */
async function openPayment(
  quantity = 1,
): Promise<{ sku: string; sessionId: string; payment: Payment; page: string }> {
  const sku = fresh();
  const sessionId = await kiosk.guest({ sku, quantity });
  const reservation = reservationOf(sessionId, sku, quantity, hub.now());
  await kiosk.push(kiosk.operation({ type: 'reservation-made', sessionId, reservation }));
  const created = await kiosk.call('createPayment', { paymentId: v7(), sessionId });
  if (!created.ok) throw new Error(created.failure.message);
  return { sku, sessionId, payment: created.value, page: new URL(created.value.url).pathname };
}

test('a bag that is empty, or not held, gets no link', async () => {
  const empty = await kiosk.guest();
  expect(await kiosk.call('createPayment', { paymentId: v7(), sessionId: empty })).toMatchObject({
    failure: { kind: 'invalid', reason: 'cart-empty' },
  });
  const uncovered = await kiosk.guest({ sku: fresh(), quantity: 1 });
  expect(await kiosk.call('createPayment', { paymentId: v7(), sessionId: uncovered })).toMatchObject({
    failure: { kind: 'conflict', reason: 'not-covered' },
  });
});

test('paid once however often it is pressed: order, stock, session and kiosk agree', async () => {
  const { sku, sessionId, payment, page } = await openPayment(2);
  const line = await fetch(hub.url + deviceEventsPath, {
    headers: { authorization: `Bearer ${kiosk.token}` },
  });
  const reader = line.body?.pipeThrough(new TextDecoderStream()).getReader();
  const phone = browser(hub.url);
  const open = await phone.get(page);
  expect(open.text).toContain(`data-amount="${payment.amount}"`);
  expect(open.text).toContain('Simulated payment');
  const pressed = await Promise.all([phone.post(`${page}/pay`, {}), phone.post(`${page}/pay`, {})]);
  expect(pressed.map((one) => [one.status, one.location])).toEqual([
    [303, page],
    [303, page],
  ]);
  expect((await phone.get(page)).text).toMatch(/Paid\..*MG-\d+/s);
  const read = await kiosk.call('readPayment', { paymentId: payment.paymentId });
  expect(read).toMatchObject({ value: { state: 'paid', orderNumber: expect.stringMatching(/^MG-\d+$/) } });
  expect(await rowOf(sku)).toMatchObject({ onHand: 3, reserved: 0, spent: 0 });
  expect(await kiosk.call('session', { sessionId })).toMatchObject({
    value: {
      session: { cart: [] },
      orders: [{ total: payment.amount }],
      reservations: [{ state: 'bought' }],
    },
  });
  let heard = '';
  while (reader && !heard.includes('"state":"paid"')) heard += (await reader.read()).value ?? '';
  expect(heard).toContain('payment-changed');
  await reader?.cancel();
});

test('a link that has run out cannot be paid, and says so', async () => {
  const { sku, payment, page } = await openPayment();
  hub.pass(16 * 60_000);
  const late = await browser(hub.url).post(`${page}/pay`, {});
  expect(late.status).toBe(409);
  expect(late.text).toContain('Nothing was paid');
  expect(await kiosk.call('readPayment', { paymentId: payment.paymentId })).toMatchObject({
    value: { state: 'expired', orderNumber: null },
  });
  expect((await rowOf(sku))?.onHand).toBe(5);
});

test('a changed bag takes its link back', async () => {
  const { sku, sessionId, payment, page } = await openPayment();
  await kiosk.push(kiosk.operation({ type: 'cart-line-set', sessionId, sku, quantity: 2 }));
  expect(await kiosk.call('readPayment', { paymentId: payment.paymentId })).toMatchObject({
    value: { state: 'cancelled' },
  });
  expect((await browser(hub.url).post(`${page}/pay`, {})).status).toBe(409);
});

test('an offer chosen after the link was made takes it back, also where nothing else changed', async () => {
  const sku = fresh();
  const sessionId = await kiosk.guest({ sku, quantity: 1 });
  const reservation = reservationOf(sessionId, sku, 1, hub.now(), 'trial');
  await kiosk.push(kiosk.operation({ type: 'reservation-made', sessionId, reservation }));
  const created = await kiosk.call('createPayment', { paymentId: v7(), sessionId });
  if (!created.ok) throw new Error(created.failure.message);
  const { paymentId } = created.value;
  await kiosk.push(kiosk.operation({ type: 'offer-applied', sessionId, code: null }));
  expect(await kiosk.call('readPayment', { paymentId })).toMatchObject({ value: { state: 'open' } });
  const offers = (await kiosk.feed()).flatMap((line) => (line.type === 'offer' ? [line.offer] : []));
  const code = offers.find((offer) => offer.tiers.length === 0)?.code ?? '';
  await kiosk.push(kiosk.operation({ type: 'offer-applied', sessionId, code }));
  expect(await kiosk.call('readPayment', { paymentId })).toMatchObject({ value: { state: 'cancelled' } });
});

test('a kiosk that has wiped its session lets no piece of an open link go', async () => {
  const open = async () => {
    const sku = fresh();
    const sessionId = await kiosk.guest({ sku, quantity: 1 });
    const reservation = reservationOf(sessionId, sku, 1, hub.now(), 'trial');
    await kiosk.push(kiosk.operation({ type: 'reservation-made', sessionId, reservation }));
    hub.pass(15 * 60_000);
    const created = await kiosk.call('createPayment', { paymentId: v7(), sessionId });
    if (!created.ok) throw new Error(created.failure.message);
    await kiosk.push(kiosk.operation({ type: 'session-ended', sessionId, reason: 'shopper' }));
    hub.pass(6 * 60_000);
    const { reservationId } = reservation;
    const expired = { type: 'reservation-released', sessionId, reservationId, state: 'expired' } as const;
    expect(await kiosk.push(kiosk.operation(expired))).toMatchObject({ value: { refused: [] } });
    expect(await rowOf(sku)).toMatchObject({ reserved: 1, onHand: 5 });
    return { sku, page: new URL(created.value.url).pathname };
  };
  const paid = await open();
  expect((await browser(hub.url).post(`${paid.page}/pay`, {})).status).toBe(303);
  expect(await rowOf(paid.sku)).toMatchObject({ reserved: 0, onHand: 4 });

  const left = await open();
  hub.pass(20 * 60_000);
  await expect.poll(async () => (await rowOf(left.sku))?.reserved, { timeout: 8000 }).toBe(0);
  expect(await rowOf(left.sku)).toMatchObject({ onHand: 5 });
}, 20_000);

test('a kiosk goes on with a link that the phone made', async () => {
  const phone = browser(hub.url);
  await phone.post('/bag/add', { sku: fresh() });
  await phone.post('/bag/pay', {});
  const [, handle = ''] = /\/s\/([\w-]{22})#/.exec((await phone.get('/continue')).text) ?? [];
  const redeemed = await kiosk.call('redeem', { handle });
  const paymentId = redeemed.ok ? redeemed.value.payment?.paymentId : undefined;
  expect(await kiosk.call('readPayment', { paymentId })).toMatchObject({ value: { state: 'open' } });
  const other = await hub.pair('elsewhere');
  expect(await other.call('readPayment', { paymentId })).toMatchObject({ failure: { kind: 'not-found' } });
});

test('declining and cancelling end it; asking for the same payment gives the same', async () => {
  const first = await openPayment();
  const again = await kiosk.call('createPayment', {
    paymentId: first.payment.paymentId,
    sessionId: first.sessionId,
  });
  expect(again).toEqual({ ok: true, value: first.payment });
  await browser(hub.url).post(`${first.page}/decline`, {});
  expect(await kiosk.call('readPayment', { paymentId: first.payment.paymentId })).toMatchObject({
    value: { state: 'cancelled' },
  });
  const second = await openPayment();
  expect(await kiosk.call('cancelPayment', { paymentId: second.payment.paymentId })).toMatchObject({
    value: { state: 'cancelled' },
  });
  const other = await hub.pair('other');
  expect(await other.call('cancelPayment', { paymentId: second.payment.paymentId })).toMatchObject({
    failure: { kind: 'not-found' },
  });
  expect(await kiosk.call('sendPayment', { paymentId: second.payment.paymentId })).toMatchObject({
    failure: { kind: 'not-found', reason: 'no-phone' },
  });
});

test('a payment code that is not one of ours is a page, not a crash', async () => {
  const phone = browser(hub.url);
  for (const code of ['AAAA-BBBB', 'x', '%2e%2e', 'ÄÖÜ']) {
    expect((await phone.get(`/p/${encodeURIComponent(code)}`)).status).toBe(404);
  }
});
