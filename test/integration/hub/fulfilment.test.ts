import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FulfilmentMethod } from '../../../src/contracts/fulfilment.ts';
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
  kiosk = await hub.pair('kiosk');
  skus = stockRows(await kiosk.feed())
    .filter((row) => row.storeId === storeId && row.onHand === 5)
    .map((row) => row.sku);
});
afterAll(() => hub.stop());

async function openPayment(method: FulfilmentMethod) {
  const sku = skus.pop() ?? '';
  const sessionId = await kiosk.guest({ sku, quantity: 1 });
  const reservation = reservationOf(sessionId, sku, 1, hub.now());
  await kiosk.push(kiosk.operation({ type: 'fulfilment-set', sessionId, method }));
  await kiosk.push(kiosk.operation({ type: 'reservation-made', sessionId, reservation }));
  const created = await kiosk.call('createPayment', { paymentId: v7(), sessionId });
  if (!created.ok) throw new Error(created.failure.message);
  return { sessionId, payment: created.value, page: new URL(created.value.url).pathname };
}
const address = { recipient: 'Asha Rao', street: '12 Lake Road', city: 'Hyderabad', postalCode: '500034' };
const stateOf = async (paymentId: string) => {
  const read = await kiosk.call('readPayment', { paymentId });
  return read.ok ? read.value.state : read.failure.kind;
};

test('what is sent is paid for once it is known where to, and no kiosk ever hears of it', async () => {
  const { sessionId, payment, page } = await openPayment('ship-from-shop');
  expect(payment.fee).toBe(14_900);
  const phone = browser(hub.url);
  expect((await phone.get(page)).text).toContain(`action="${page}/address"`);
  expect((await phone.post(`${page}/pay`, {})).status).toBe(400);
  expect(await stateOf(payment.paymentId)).toBe('open');
  for (const bad of [
    {},
    { ...address, recipient: ' ' },
    { ...address, postalCode: '<script>' },
    { ...address, street: 'x'.repeat(500) },
  ]) {
    expect((await phone.post(`${page}/address`, bad)).status).toBe(400);
  }
  expect(await phone.post(`${page}/address`, address)).toMatchObject({ status: 303, location: page });
  const filled = (await phone.get(page)).text;
  expect(filled).toContain('500034');
  expect(filled).not.toContain('Lake Road');
  expect(await phone.post(`${page}/pay`, {})).toMatchObject({ status: 303 });
  expect(await stateOf(payment.paymentId)).toBe('paid');
  const snapshot = await kiosk.call('session', { sessionId });
  expect(snapshot).toMatchObject({
    value: {
      orders: [
        {
          fulfilment: { method: 'ship-from-shop', fee: 14_900 },
          total: payment.amount,
          expectedAt: expect.any(String),
        },
      ],
    },
  });
  expect(JSON.stringify(snapshot)).not.toMatch(/Lake Road|Asha Rao|500034/);
  expect(snapshot.ok && 'fulfilment' in snapshot.value.session).toBe(false);
});

test('a pick-up needs no address; another way takes the link back', async () => {
  const first = await openPayment('pick-up');
  const phone = browser(hub.url);
  expect((await phone.get(first.page)).text).not.toContain('/address"');
  const { sessionId } = first;
  await kiosk.push(kiosk.operation({ type: 'fulfilment-set', sessionId, method: 'ship-home' }));
  expect(await stateOf(first.payment.paymentId)).toBe('cancelled');
  expect((await phone.post(`${first.page}/pay`, {})).status).toBe(409);
});
