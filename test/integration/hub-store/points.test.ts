import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OrderChangeRequest } from '../../../src/contracts/order-change.ts';
import type { Payment } from '../../../src/contracts/payment.ts';
import { succeed } from '../../../src/contracts/result.ts';
import type { CartView, Session } from '../../../src/contracts/session.ts';
import { defaultStorePolicy } from '../../../src/contracts/store-policy.ts';
import { redeem } from '../../../src/core/points/redeem.ts';
import type { PaymentProvider } from '../../../src/core/ports/payment-provider.ts';
import { emptyPreferences } from '../../../src/core/session/preferences.ts';
import { must } from '../../../src/core/testing/must.ts';
import { createOrderChangeDesk } from '../../../src/hub/orders/order-change-desk.ts';
import { createPaymentDesk } from '../../../src/hub/payments/payment-desk.ts';
import { decline, expirePayments, settlePaid } from '../../../src/hub/payments/settle-payment.ts';
import { findCustomer, saveCustomer } from '../../../src/platform/hub-store/customers.ts';
import type { Announcement } from '../../../src/platform/hub-store/hub-database.ts';
import { createHubRights } from '../../../src/platform/hub-store/hub-rights.ts';
import { createHubOperations } from '../../../src/platform/hub-store/operations.ts';
import { bindToDevice } from '../../../src/platform/hub-store/session-bindings.ts';
import { joinCustomer } from '../../../src/platform/hub-store/sign-in.ts';
import { newReservation, stock, webSession } from './fixtures.ts';
import { databases, type HubPlace, openHubPlace } from './hub-place.ts';

const notAsked = () => Promise.reject(new Error('Not asked for'));
const messages = {
  sendPaymentLink: notAsked,
  queueConfirmation: async () => undefined,
  sendCode: notAsked,
  queueBackInStock: notAsked,
  queuePhoneLink: notAsked,
};
const provider = {} as PaymentProvider;

describe.each(databases)('points at a hub on %s', (kind) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-hub-points-'));
  let now = Date.UTC(2026, 10, 24, 9);
  let it: HubPlace;
  let sku: string;
  beforeAll(async () => {
    it = await openHubPlace(kind, folder, { now: () => now, newId: v7 });
    sku = await stock(it.hub, 'kurta', 1_000);
  });
  afterAll(async () => {
    await it.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const sessionOf = (sessionId: string): Promise<Session | undefined> =>
    it.hub.transaction((transaction) => transaction.shop(null).sessions.find(sessionId));
  /** That the session may use. */
  const usable = async (sessionId: string) => (await sessionOf(sessionId))?.customer?.loyalty.points;

  /** Two pieces at 500, with as many of the session's points as they take. */
  async function price(sessionId: string) {
    const session = await sessionOf(sessionId);
    const [subtotal, wanted] = [100_000, session?.points ?? 0];
    const redeemed =
      wanted > 0
        ? redeem(subtotal, {
            ...{ wanted, policy: defaultStorePolicy.points },
            balance: session?.customer?.loyalty.points ?? 0,
          })
        : undefined;
    const view: CartView = {
      lines: [
        {
          ...{ sku, handle: 'kurta', title: 'Kurta', size: 'M', colour: 'Red', image: null, quantity: 2 },
          ...{ unitPrice: 50_000, lineTotal: subtotal, availableHere: 5, location: null },
        },
      ],
      ...{ pieces: 2, subtotal, discount: 0, currency: 'INR', offer: null },
      ...(redeemed && { redeemed }),
      total: subtotal - (redeemed?.worth ?? 0),
    };
    return succeed(view);
  }
  const desk = () =>
    createPaymentDesk({ hub: it.hub, messages, publicUrl: () => 'https://shop.example', price }).forDevice(
      null,
    );
  const settle = () => ({ hub: it.hub, provider, messages });

  async function customerWith(points: number) {
    const customerId = v7();
    const customer = {
      ...{ customerId, name: 'Meera', phone: `+91${customerId.slice(-10)}`, language: 'en' as const },
      loyalty: { tier: 'gold' as const, points, pointsToNextTier: 5_800, nextTier: 'platinum' as const },
      preferences: emptyPreferences,
    };
    await it.hub.transaction(({ sql }) => saveCustomer(sql, customer));
    const balance = async () => (await findCustomer(it.hub.sql, customerId))?.loyalty;
    /** An open session of theirs with a held bag; `wanted` points are to pay a part of it. */
    const session = async (wanted: number): Promise<string> => {
      const { sessionId } = await webSession(
        it.hub,
        {
          cart: [{ sku, quantity: 2 }],
          customer: { initial: 'M', loyalty: customer.loyalty },
          ...(wanted > 0 && { points: wanted }),
        },
        customerId,
      );
      const reservation = newReservation(sessionId, sku, now, { kind: 'checkout', quantity: 2 });
      must(await createHubOperations(it.hub).execute({ type: 'reservation-made', sessionId, reservation }));
      return sessionId;
    };
    return { customer, balance, session };
  }
  const linkFor = async (sessionId: string): Promise<Payment> => must(await desk().create(v7(), sessionId));

  test('a link keeps its points from other sessions, not from its own, and tells all of them', async () => {
    const { session, balance } = await customerWith(500);
    const [one, other] = [await session(300), await session(500)];
    const heard: Announcement[] = [];
    const stop = it.hub.subscribe((announcement) => heard.push(announcement));
    const payment = await linkFor(one);
    expect(payment).toMatchObject({ amount: 92_500, redeemed: { points: 300, worth: 7_500 } });
    expect([await usable(one), await usable(other)]).toEqual([500, 200]);
    expect(await linkFor(other)).toMatchObject({ amount: 95_000, redeemed: { points: 200 } });
    expect([await usable(one), await usable(other)]).toEqual([300, 200]);
    // Priced anew its own bag costs the same: the link is not taken back for the points that it holds itself.
    expect(must(await price(one)).total).toBe(payment.amount);
    const told = heard.flatMap((one) => (one.type === 'session-changed' ? [one.sessionId] : []));
    expect(new Set(told)).toEqual(new Set([one, other]));
    expect((await balance())?.points).toBe(500);
    stop();
  });

  test('however many ends a link comes to at once, and after a restart, its points come back once', async () => {
    const { session, balance } = await customerWith(500);
    const [one, other] = [await session(500), await session(0)];
    const { paymentId } = await linkFor(one);
    expect(await usable(other)).toBe(0);
    now += 16 * 60_000;
    await it.startAnew();
    expect(await usable(other)).toBe(0);
    await Promise.all([
      expirePayments(settle()),
      desk().cancel(paymentId),
      decline(settle(), paymentId),
      settlePaid(settle(), paymentId),
      expirePayments(settle()),
    ]);
    expect(await desk().read(paymentId)).not.toMatchObject({ value: { state: 'open' } });
    expect([await usable(one), await usable(other)]).toEqual([500, 500]);
    expect((await balance())?.points).toBe(500);
  });

  test('another wish, another bag and another link give the points of the link before back', async () => {
    const { session } = await customerWith(900);
    const [one, other] = [await session(300), await session(0)];
    const operations = createHubOperations(it.hub);
    const first = await linkFor(one);
    must(await operations.execute({ type: 'points-set', sessionId: one, points: 300 }));
    expect(await desk().read(first.paymentId)).toMatchObject({ value: { state: 'open' } });
    must(await operations.execute({ type: 'points-set', sessionId: one, points: 400 }));
    expect(await desk().read(first.paymentId)).toMatchObject({ value: { state: 'cancelled' } });
    expect(await usable(other)).toBe(900);
    const [second, third] = [await linkFor(one), await linkFor(one)];
    expect(await usable(other)).toBe(500);
    expect(await desk().read(second.paymentId)).toMatchObject({ value: { state: 'cancelled' } });
    must(await operations.execute({ type: 'cart-line-set', sessionId: one, sku, quantity: 1 }));
    expect(await desk().read(third.paymentId)).toMatchObject({ value: { state: 'cancelled' } });
    expect(await usable(other)).toBe(900);
  });

  test('a guest at a kiosk who turns out to be the customer goes on with the points that were asked for', async () => {
    const { session, customer } = await customerWith(900);
    const open = await session(300);
    const { paymentId } = await linkFor(open);
    const guest = await webSession(it.hub, {});
    await it.hub.transaction(async (transaction) => {
      await bindToDevice(transaction.sql, guest.sessionId, 'kiosk-1', now);
      expect(await joinCustomer(transaction, guest, customer)).toBe(guest.sessionId);
    });
    expect(await sessionOf(guest.sessionId)).toMatchObject({ points: 300 });
    expect(await usable(guest.sessionId)).toBe(900);
    expect(await desk().read(paymentId)).toMatchObject({ value: { state: 'cancelled' } });
  });

  test('two sessions that ask at the same moment never use a point twice', async () => {
    for (let round = 0; round < 5; round += 1) {
      // Whatever the first leaves is below the least that is redeemed.
      const { session } = await customerWith(450);
      const both = [await session(400), await session(400)];
      const made = await Promise.all(both.map((sessionId) => desk().create(v7(), sessionId)));
      const used = made.flatMap((one) => (one.ok ? [one.value.redeemed?.points ?? 0] : []));
      expect(used.reduce((sum, points) => sum + points, 0)).toBe(400);
      for (const one of made.filter(({ ok }) => !ok)) {
        expect(one).toMatchObject({ failure: { kind: 'conflict', reason: 'cart-changed' } });
      }
    }
  });

  test('paid, the points are spent once, and come back once when the whole order is cancelled', async () => {
    const { session, balance } = await customerWith(1_000);
    const [one, other] = [await session(600), await session(0)];
    const { paymentId } = await linkFor(one);
    const paid = await Promise.all([settlePaid(settle(), paymentId), settlePaid(settle(), paymentId)]);
    expect(paid.every(({ ok }) => ok)).toBe(true);
    await expirePayments(settle());
    expect(await balance()).toMatchObject({ points: 400, pointsToNextTier: 5_800, tier: 'gold' });
    expect([await usable(one), await usable(other)]).toEqual([400, 400]);
    expect((await sessionOf(one))?.points).toBeUndefined();
    const [order] = await it.hub.transaction((transaction) => transaction.shop(null).sessions.orders(one));
    expect(order).toMatchObject({ redeemed: { points: 600, worth: 15_000 }, total: 85_000 });
    const changes = createOrderChangeDesk({
      hub: it.hub,
      rights: createHubRights(it.hub, async () => undefined),
      publicUrl: () => 'https://shop.example',
    }).forDevice(null);
    const request: OrderChangeRequest = {
      ...{ key: v7(), sessionId: one, orderNumber: order?.number ?? '', revision: 0 },
      expected: { owed: 0, refund: 85_000 },
      change: { type: 'cancel', reason: 'other' },
    };
    const cancelled = await Promise.all([
      changes.change(request),
      changes.change(request),
      changes.change({ ...request, key: v7() }),
    ]);
    expect(cancelled.slice(0, 2)).toMatchObject([{ ok: true }, { ok: true }]);
    expect(cancelled[2]?.ok).toBe(false);
    expect((await balance())?.points).toBe(1_000);
    expect([await usable(one), await usable(other)]).toEqual([1_000, 1_000]);
  });

  test('a wish is the customer’s own: a guest has none, and nothing is held without one', async () => {
    const { sessionId } = await webSession(it.hub, { cart: [{ sku, quantity: 2 }] });
    const operations = createHubOperations(it.hub);
    expect(await operations.execute({ type: 'points-set', sessionId, points: 200 })).toMatchObject({
      failure: { kind: 'denied', reason: 'not-signed-in' },
    });
    const { session } = await customerWith(150);
    const one = await session(0);
    must(await operations.execute({ type: 'points-set', sessionId: one, points: 99 }));
    const payment = await linkFor(one);
    expect(payment.redeemed).toBeUndefined();
    expect(payment.amount).toBe(100_000);
    must(await operations.execute({ type: 'points-set', sessionId: one, points: 0 }));
    expect((await sessionOf(one))?.points).toBeUndefined();
  });
});
