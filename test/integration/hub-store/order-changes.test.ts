import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '../../../src/contracts/order.ts';
import type { OrderChange, OrderChangeRequest } from '../../../src/contracts/order-change.ts';
import { fail, succeed } from '../../../src/contracts/result.ts';
import type { PaymentProvider } from '../../../src/core/ports/payment-provider.ts';
import { createOrderChangeDesk } from '../../../src/hub/orders/order-change-desk.ts';
import { payRefunds } from '../../../src/hub/payments/refunds.ts';
import { expirePayments, settlePaid } from '../../../src/hub/payments/settle-payment.ts';
import { takeOrderStep } from '../../../src/platform/hub-store/advance-order.ts';
import { createCatalogueWriter } from '../../../src/platform/hub-store/catalogue-writer.ts';
import { findCustomer, saveCustomer } from '../../../src/platform/hub-store/customers.ts';
import { createHubRights } from '../../../src/platform/hub-store/hub-rights.ts';
import { createHubOperations } from '../../../src/platform/hub-store/operations.ts';
import { keepOrder, nextOrderNumber } from '../../../src/platform/hub-store/orders.ts';
import { insertPayment } from '../../../src/platform/hub-store/payment-records.ts';
import { refundsOf } from '../../../src/platform/hub-store/refunds.ts';
import { incoming, newPayment, stock, storeId, webSession } from './fixtures.ts';
import { databases } from './hub-place.ts';
import { openTestHub, type TestHub } from './test-hubs.ts';

const notAsked = () => Promise.reject(new Error('Not asked for'));
const messages = {
  sendPaymentLink: notAsked,
  queueConfirmation: notAsked,
  queueBackInStock: notAsked,
  queuePhoneLink: notAsked,
  sendCode: notAsked,
};

describe.each(databases)('changes of orders at a hub on %s', (kind) => {
  let it: TestHub;
  beforeAll(async () => {
    it = await openTestHub(kind);
  });
  afterAll(() => it.close());

  const desk = () =>
    createOrderChangeDesk({
      hub: it.hub,
      rights: createHubRights(it.hub, async () => undefined),
      publicUrl: () => 'https://shop.example',
    }).forDevice(null);

  /** A session with one paid order of two red pieces at 500 each; there is also a blue and a dearer green one. */
  async function ordered(state: Order['state'] = 'placed') {
    const { hub } = it;
    const handle = `kurta-${v7().slice(-8)}`;
    await stock(hub, handle, 5);
    await createCatalogueWriter(hub).write(
      async (catalogue) => {
        await catalogue.putProduct(incoming(handle, ['M/Red/500', 'M/Blue/400', 'M/Green/700']));
        for (const colour of ['Blue', 'Green']) {
          await catalogue.putStock({ storeId, sku: `${handle}-M-${colour}`, onHand: 2, location: null });
        }
      },
      { dryRun: false },
    );
    const { sessionId } = await webSession(hub, {});
    const orderId = v7();
    const sku = `${handle}-M-Red`;
    const line = { handle, title: handle, size: 'M', colour: 'Red', quantity: 2, unitPrice: 50_000 };
    const at = new Date(it.now()).toISOString();
    const order = await hub.transaction(async (transaction): Promise<Order> => {
      const made: Order = {
        ...{ orderId, number: await nextOrderNumber(transaction.sql), state, storeId, placedAt: at },
        lines: [{ sku, ...line }],
        notes: [],
        ...{ subtotal: 100_000, discount: 0, total: 100_000, currency: 'INR', expectedAt: null },
        events: [{ at, state, note: '' }],
      };
      await keepOrder(transaction, made, { sessionId, customerId: null });
      const payment = newPayment(sessionId, it.now());
      await insertPayment(
        transaction,
        { ...payment, paymentId: orderId, state: 'paid', amount: 100_000, orderNumber: made.number },
        {
          ...{ paymentId: orderId, code: orderId.slice(-9), storeId, deviceId: null, checkoutUrl: null },
          reference: `charge-${orderId}`,
          address: null,
          cart: {
            ...{ lines: [], pieces: 2, subtotal: 0, offer: null, discount: 0, total: 0 },
            currency: 'INR',
          },
        },
      );
      return made;
    });
    const colour = (name: string) => `${handle}-M-${name}`;
    const onHand = (name: string) =>
      hub.transaction(async (transaction) => {
        const position = await transaction.shop(null).stock.position(storeId, colour(name));
        return [position?.onHand, position?.reserved];
      });
    const orderNow = async () =>
      (await hub.transaction((transaction) => transaction.shop(null).sessions.orders(sessionId))).find(
        (one) => one.orderId === orderId,
      );
    const request = (change: OrderChange, fields: Partial<OrderChangeRequest> = {}): OrderChangeRequest => ({
      ...{ key: v7(), sessionId, orderNumber: order.number, revision: 0 },
      expected: { owed: 0, refund: 0 },
      change,
      ...fields,
    });
    const refunds = async () =>
      (await refundsOf(hub.sql, orderId)).map(({ amount, state: paid, route }) => [amount, paid, route]);
    return { sessionId, order, sku, colour, onHand, orderNow, request, refunds };
  }

  const cancel: OrderChange = { type: 'cancel', reason: 'no-longer-needed' };
  const all = { owed: 0, refund: 100_000 };
  /** A provider that keeps what it paid by the refund's id; `lose`: pays, and its answer is lost. */
  function provider(outcome: 'pay' | 'lose' | 'refuse' = 'pay') {
    const paid = new Map<string, readonly [reference: string, amount: number]>();
    let how = outcome;
    const port: PaymentProvider = {
      name: 'stripe',
      ...{ open: notAsked, close: notAsked, readNotice: notAsked },
      refund: async (reference, part) => {
        if (how === 'refuse') return fail('invalid', 'Charge has been refunded already.');
        if (part) paid.set(part.refundId, [reference, part.amount]);
        return how === 'lose' ? fail('timeout', 'No answer.') : succeed(undefined);
      },
    };
    const run = () => payRefunds({ hub: it.hub, provider: port, onRefused: () => undefined });
    return {
      run,
      paid: () => [...paid.values()],
      answerAgain: () => {
        how = 'pay';
      },
    };
  }

  test('a cancelled order gives back pieces and money, once, however often it is asked for', async () => {
    const { order, onHand, orderNow, request, refunds } = await ordered();
    const asked = request(cancel, { expected: all });
    const answers = await Promise.all([desk().change(asked), desk().change(asked), desk().change(asked)]);
    expect(answers[0]).toMatchObject({
      value: { order: { state: 'cancelled' }, refund: { amount: 100_000, route: 'original', due: 'now' } },
    });
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(await orderNow()).toMatchObject({ state: 'cancelled', revision: 1 });
    expect(await onHand('Red')).toEqual([7, 0]);
    expect(await refunds()).toEqual([[100_000, 'waiting', 'original']]);
    const other = await desk().change(request(cancel, { expected: all, revision: 1 }));
    expect(other).toMatchObject({ failure: { kind: 'conflict', reason: 'order-cancelled' } });
    const pays = provider();
    await pays.run();
    await pays.run();
    expect(pays.paid()).toEqual([[`charge-${order.orderId}`, 100_000]]);
    expect(await refunds()).toEqual([[100_000, 'done', 'original']]);
  });

  test('a refund whose answer was lost is asked for again under the same id; a refused one is for a person', async () => {
    const { request, refunds } = await ordered();
    await desk().change(request(cancel, { expected: all }));
    const pays = provider('lose');
    await pays.run();
    expect(await refunds()).toEqual([[100_000, 'waiting', 'original']]);
    pays.answerAgain();
    await pays.run();
    expect(pays.paid()).toHaveLength(1);
    it.pass(60_000);
    await pays.run();
    expect(pays.paid()).toHaveLength(1);
    expect(await refunds()).toEqual([[100_000, 'done', 'original']]);

    const refused = await ordered();
    await desk().change(refused.request(cancel, { expected: all }));
    await provider('refuse').run();
    expect(await refused.refunds()).toEqual([[100_000, 'by-hand', 'original']]);
  });

  test('refuses what is another’s, what was seen otherwise, and a key for something else', async () => {
    const one = await ordered();
    const two = await ordered();
    const failureOf = async (asked: OrderChangeRequest) => {
      const answer = await desk().change(asked);
      return answer.ok ? null : answer.failure.reason;
    };
    const foreign = one.request(cancel, { expected: all, orderNumber: two.order.number });
    expect(await failureOf(foreign)).toBe('order-unknown');
    expect(await failureOf(one.request(cancel, { expected: all, orderNumber: 'MG-1' }))).toBe(
      'order-unknown',
    );
    expect(await failureOf(one.request(cancel, { expected: all, sessionId: v7() }))).toBe('session-unknown');
    expect(await failureOf(one.request(cancel, { expected: all, revision: 3 }))).toBe('order-changed');
    expect(await failureOf(one.request(cancel, { expected: { owed: 0, refund: 99_999 } }))).toBe(
      'price-changed',
    );
    const gift = { type: 'return', items: [{ sku: one.sku }], refund: 'gift-card' } as const;
    expect(await failureOf(one.request(gift, { expected: all }))).toBe('not-signed-in');
    const asked = one.request(cancel, { expected: all });
    await desk().change(asked);
    const address = { street: '1 New Road', city: 'Pune', postalCode: '411001' };
    expect(await failureOf({ ...asked, change: { type: 'address', address } })).toBe('key-reused');
    expect(await two.orderNow()).toEqual(two.order);
    expect(await two.onHand('Red')).toEqual([5, 0]);
  });

  test('of two changes at the same time one is made', async () => {
    const { sku, colour, orderNow, onHand, request } = await ordered();
    const swap = (to: string) => ({ type: 'items', items: [{ sku, newSku: colour(to) }] }) as const;
    const answers = await Promise.all([
      desk().change(request(swap('Blue'), { expected: { owed: 0, refund: 20_000 } })),
      desk().change(request(cancel, { expected: all })),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await orderNow())?.revision).toBe(1);
    const [red, blue] = [await onHand('Red'), await onHand('Blue')];
    expect([red, blue]).toEqual([[7, 0], (await orderNow())?.state === 'cancelled' ? [2, 0] : [0, 0]]);
  });

  test('a cheaper colour is swapped at once, and what is sold out is not', async () => {
    const { sku, colour, orderNow, onHand, request, refunds } = await ordered();
    const items = (newSku: string) => ({ type: 'items', items: [{ sku, newSku }] }) as const;
    const cheaper = { expected: { owed: 0, refund: 20_000 } };
    expect(await desk().change(request(items(colour('Blue')), cheaper))).toMatchObject({
      value: { refund: { amount: 20_000, due: 'now' }, payment: null },
    });
    expect(await orderNow()).toMatchObject({ total: 80_000, lines: [{ colour: 'Blue', quantity: 2 }] });
    expect([await onHand('Red'), await onHand('Blue')]).toEqual([
      [7, 0],
      [0, 0],
    ]);
    expect(await refunds()).toEqual([[20_000, 'waiting', 'original']]);

    const next = await ordered();
    const wanted = { type: 'items', items: [{ sku: next.sku, newSku: next.colour('Green') }] } as const;
    await it.hub.transaction(async (transaction) => {
      await transaction.shop(null).stock.sell(storeId, next.colour('Green'), 1);
    });
    expect(
      await desk().change(next.request(wanted, { expected: { owed: 40_000, refund: 0 } })),
    ).toMatchObject({
      failure: { kind: 'conflict', reason: 'not-enough', details: { available: 1 } },
    });
    expect(await next.orderNow()).toEqual(next.order);
  });

  describe('a dearer colour', () => {
    const owed = { expected: { owed: 40_000, refund: 0 } };
    async function asked() {
      const it = await ordered();
      const change = { type: 'items', items: [{ sku: it.sku, newSku: it.colour('Green') }] } as const;
      const request = it.request(change, owed);
      const answer = await desk().change(request);
      if (!answer.ok || !answer.value.payment) throw new Error('No link was made');
      return { ...it, asked: request, payment: answer.value.payment };
    }

    test('waits for its payment with its pieces set aside, and is made by it, once', async () => {
      const { order, orderNow, onHand, payment, asked: again, request, refunds } = await asked();
      const { hub } = it;
      expect(payment).toMatchObject({ state: 'open', amount: 40_000, orderNumber: order.number });
      expect(await orderNow()).toEqual(order);
      expect(await onHand('Green')).toEqual([2, 2]);
      expect(await desk().change(again)).toMatchObject({ value: { payment } });
      const settle = { hub, provider: { ...({} as PaymentProvider) }, messages };
      const paid = await Promise.all([1, 2].map(() => settlePaid(settle, payment.paymentId)));
      expect(paid).toMatchObject([{ value: { state: 'paid' } }, { value: { state: 'paid' } }]);
      expect(await orderNow()).toMatchObject({ total: 140_000, revision: 1, lines: [{ colour: 'Green' }] });
      expect([await onHand('Green'), await onHand('Red')]).toEqual([
        [0, 0],
        [7, 0],
      ]);
      // Given back from what was paid last, then from what was paid first.
      await desk().change(request(cancel, { revision: 1, expected: { owed: 0, refund: 140_000 } }));
      expect((await refunds()).map(([amount]) => amount).sort()).toEqual([100_000, 40_000]);
    });

    test('is not made when its link runs out, and its key then says so', async () => {
      const { order, orderNow, onHand, asked: again } = await asked();
      it.pass(16 * 60_000);
      await expirePayments({ hub: it.hub });
      expect(await orderNow()).toEqual(order);
      expect(await onHand('Green')).toEqual([2, 0]);
      expect(await desk().change(again)).toMatchObject({ failure: { reason: 'payment-over' } });
    });

    test('makes way for what is asked for next', async () => {
      const { orderNow, onHand, payment, request } = await asked();
      await desk().change(request(cancel, { expected: all }));
      expect(await onHand('Green')).toEqual([2, 0]);
      const settle = { hub: it.hub, provider: { ...({} as PaymentProvider) }, messages };
      expect(await settlePaid(settle, payment.paymentId)).toMatchObject({
        failure: { kind: 'conflict', reason: 'payment-cancelled' },
      });
      expect(await orderNow()).toMatchObject({ state: 'cancelled', total: 100_000 });
    });
  });

  test('paid anew, the first payment goes back', async () => {
    const { order, orderNow, request, refunds } = await ordered();
    const answer = await desk().change(
      request({ type: 'payment' }, { expected: { owed: 100_000, refund: 100_000 } }),
    );
    if (!answer.ok || !answer.value.payment) throw new Error('No link was made');
    const { paymentId } = answer.value.payment;
    await settlePaid({ hub: it.hub, provider: { ...({} as PaymentProvider) }, messages }, paymentId);
    expect(await orderNow()).toMatchObject({ total: 100_000, events: [{}, { change: 'payment' }] });
    expect(await refunds()).toEqual([[100_000, 'waiting', 'original']]);
    const pays = provider();
    await pays.run();
    expect(pays.paid()).toContainEqual([`charge-${order.orderId}`, 100_000]);
  });

  test('a return and an exchange give back nothing before the shop has the pieces', async () => {
    const back = await ordered('delivered');
    const items = [{ sku: back.sku, quantity: 1 }];
    const returned = { type: 'return', items, refund: 'original' } as const;
    expect(
      await desk().change(back.request(returned, { expected: { owed: 0, refund: 50_000 } })),
    ).toMatchObject({ value: { refund: { amount: 50_000, due: 'on-return' } } });
    expect(await back.orderNow()).toMatchObject({ state: 'return-requested', takingBack: { items } });
    expect(await back.onHand('Red')).toEqual([5, 0]);
    expect(await back.refunds()).toEqual([]);

    const other = await ordered('delivered');
    const swap = { type: 'exchange', items: [{ sku: other.sku, newSku: other.colour('Blue') }] } as const;
    expect(await desk().change(other.request(swap, { expected: { owed: 0, refund: 20_000 } }))).toMatchObject(
      { value: { order: { state: 'exchange-requested' } } },
    );
    expect([await other.onHand('Blue'), await other.onHand('Red')]).toEqual([
      [0, 0],
      [5, 0],
    ]);
    expect(await other.refunds()).toEqual([]);
  });

  test('what the shop has back is on hand again, and its money goes back, once', async () => {
    const step = (number: string, to: Order['state']) =>
      it.hub.transaction((transaction) => takeOrderStep(transaction, { number, to, storeId: null }, v7));
    const back = await ordered('delivered');
    const returned = { type: 'return', items: [{ sku: back.sku, quantity: 1 }], refund: 'original' } as const;
    await desk().change(back.request(returned, { expected: { owed: 0, refund: 50_000 } }));
    const { number } = back.order;
    const steps = await Promise.all([step(number, 'returned'), step(number, 'returned')]);
    expect(steps).toMatchObject([{ value: { state: 'returned' } }, { failure: { reason: 'no-such-step' } }]);
    expect(await back.onHand('Red')).toEqual([6, 0]);
    expect(await back.refunds()).toEqual([[50_000, 'waiting', 'original']]);
    expect((await back.orderNow())?.takingBack).toBeUndefined();

    const other = await ordered('delivered');
    const swap = { type: 'exchange', items: [{ sku: other.sku, newSku: other.colour('Blue') }] } as const;
    await desk().change(other.request(swap, { expected: { owed: 0, refund: 20_000 } }));
    await step(other.order.number, 'exchanged');
    expect(await other.orderNow()).toMatchObject({
      ...{ state: 'exchanged', total: 80_000 },
      lines: [{ colour: 'Blue', quantity: 2 }],
    });
    expect(await other.onHand('Red')).toEqual([7, 0]);
    expect(await other.refunds()).toEqual([[20_000, 'waiting', 'original']]);
  });

  test('a step of the shop takes back a link for a change that it came before', async () => {
    const { order, sku, colour, onHand, orderNow, request } = await ordered();
    const change = { type: 'items', items: [{ sku, newSku: colour('Green') }] } as const;
    await desk().change(request(change, { expected: { owed: 40_000, refund: 0 } }));
    expect(await onHand('Green')).toEqual([2, 2]);
    await it.hub.transaction((transaction) =>
      takeOrderStep(transaction, { number: order.number, to: 'shipped', storeId: null }, v7),
    );
    expect(await onHand('Green')).toEqual([2, 0]);
    expect(await orderNow()).toMatchObject({ state: 'shipped', lines: [{ colour: 'Red' }] });
  });

  test('an address is the customer’s own or one order’s, and comes with no order', async () => {
    const { hub } = it;
    const { order, orderNow, request } = await ordered();
    const address = { street: '12 MG Road', city: 'Pune', postalCode: '411001' };
    const changed = await desk().change(request({ type: 'address', address }));
    expect(changed).toMatchObject({ ok: true, value: { order: { revision: 1 } } });
    expect(JSON.stringify([changed, await orderNow()])).not.toContain('MG Road');
    const row = 'SELECT document FROM orderAddress WHERE orderId = ?';
    const kept = await hub.sql.first<{ document: string }>(row, order.orderId);
    expect(JSON.parse(kept?.document ?? '')).toEqual(address);

    const customer = {
      ...{ customerId: v7(), name: 'Meera', phone: `+9199${it.now()}`.slice(0, 13), language: 'en' as const },
      loyalty: { tier: 'gold' as const, points: 120, pointsToNextTier: null, nextTier: null },
      preferences: { sizes: {}, colours: [] },
    };
    await hub.transaction(({ sql }) => saveCustomer(sql, customer));
    const { sessionId } = await webSession(hub, {}, customer.customerId);
    expect(await desk().changeCustomerAddress(sessionId, address)).toMatchObject({ ok: true });
    expect(await findCustomer(hub.sql, customer.customerId)).toEqual({ ...customer, address });
  });

  test('feedback is kept once by its id', async () => {
    const { sessionId, order } = await ordered();
    const feedback = { feedbackId: 'turn:1', orderNumber: order.number, rating: 4, text: 'Good' };
    const operations = createHubOperations(it.hub);
    for (const text of ['Good', 'Good', 'Bad']) {
      const body = { type: 'feedback-given' as const, sessionId, feedback: { ...feedback, text } };
      expect(await operations.execute(body)).toMatchObject({ ok: true });
    }
    const rows = 'SELECT orderNumber, rating, text FROM feedback WHERE sessionId = ?';
    expect(await it.hub.sql.all(rows, sessionId)).toEqual([
      { orderNumber: order.number, rating: 4, text: 'Good' },
    ]);
  });
});
