import { expect, test } from 'vitest';
import { isActive } from '../../contracts/reservation.ts';
import { fail, succeed } from '../../contracts/result.ts';
import { must } from '../testing/must.ts';
import { createTestShop, testStoreId } from '../testing/test-shop.ts';
import { createShop } from './create-shop.ts';

const lastUnit = 'indigo-block-kurta/rust/m';
const palazzo = 'ivory-palazzo/ivory/m';
const minute = 60_000;

async function withCart() {
  const scene = createTestShop();
  const actor = await scene.guest();
  must(await scene.shop.carts.setLine(actor, lastUnit, 1));
  must(await scene.shop.carts.setLine(actor, palazzo, 2));
  const kinds = async () =>
    (await scene.store.transaction(({ reservations }) => reservations.ofSession(actor.sessionId)))
      .filter(isActive)
      .map(({ kind, sku, quantity }) => `${kind} ${quantity} ${sku}`)
      .sort();
  return { ...scene, actor, kinds };
}

test('an empty cart cannot be paid', async () => {
  const { shop, guest } = createTestShop();
  expect(await shop.payments.create(await guest())).toMatchObject({
    failure: { kind: 'invalid', reason: 'cart-empty' },
  });
});

test('a link is for the whole cart, and every unit is held longer than the link lives', async () => {
  const { shop, actor, kinds, store } = await withCart();
  const payment = must(await shop.payments.create(actor));
  expect(payment).toMatchObject({ state: 'open', amount: 449_700, pieces: 3, discount: 0 });
  expect(await kinds()).toEqual([`checkout 1 ${lastUnit}`, `checkout 2 ${palazzo}`]);
  const holds = await store.transaction(({ reservations }) => reservations.ofSession(actor.sessionId));
  expect(holds.every((hold) => hold.expiresAt > payment.expiresAt)).toBe(true);
});

test('units that wait for trial count', async () => {
  const { shop, actor, kinds } = await withCart();
  must(await shop.holds.reserveForTrial(actor, lastUnit, 1));
  must(await shop.payments.create(actor));
  expect(await kinds()).toEqual([`checkout 2 ${palazzo}`, `trial 1 ${lastUnit}`]);
});

test('the link of an unchanged cart is given again, also at the same moment', async () => {
  const { shop, actor, paymentDesk, kinds } = await withCart();
  const [first, second] = await Promise.all([shop.payments.create(actor), shop.payments.create(actor)]);
  expect(second).toEqual(first);
  expect(await shop.payments.create(actor)).toEqual(first);
  expect(paymentDesk.payments()).toHaveLength(1);
  expect(await kinds()).toHaveLength(2);
});

test('a changed cart withdraws the link, and the next one is for the new cart', async () => {
  const { shop, actor, paymentDesk, kinds } = await withCart();
  must(await shop.payments.create(actor));
  must(await shop.carts.setLine(actor, palazzo, 1));
  expect(paymentDesk.payments().map(({ state }) => state)).toEqual(['cancelled']);
  expect(await kinds()).toEqual([]);
  expect(must(await shop.payments.create(actor))).toMatchObject({ amount: 319_800, pieces: 2 });
  expect(await kinds()).toEqual([`checkout 1 ${lastUnit}`, `checkout 1 ${palazzo}`]);
});

test('an offer applied after the link was made withdraws it too', async () => {
  const { shop, actor, paymentDesk } = await withCart();
  must(await shop.payments.create(actor));
  must(await shop.carts.applyOffer(actor, 'festive500'));
  expect(must(await shop.payments.create(actor))).toMatchObject({ amount: 399_700, discount: 50_000 });
  expect(paymentDesk.payments().map(({ state }) => state)).toEqual(['cancelled', 'open']);
});

test('a cart that was paid while it was being changed says so and is left alone', async () => {
  const { shop, actor, paymentDesk } = await withCart();
  const { paymentId } = must(await shop.payments.create(actor));
  paymentDesk.pay(paymentId);
  expect(await shop.carts.setLine(actor, palazzo, 5)).toMatchObject({
    failure: { kind: 'conflict', reason: 'already-paid', details: { orderNumber: 'MG-20001' } },
  });
  expect(must(await shop.payments.status(actor))).toMatchObject({ state: 'paid' });
  expect(await shop.payments.cancel(actor)).toMatchObject({ failure: { reason: 'already-paid' } });
  expect(await shop.payments.create(actor)).toMatchObject({ ok: true });
});

test('one piece that cannot be had: it is named, and what was taken is given back', async () => {
  const { shop, actor, guest, kinds } = await withCart();
  must(await shop.carts.setLine(actor, 'temple-jhumka/gold', 5));
  must(await shop.holds.reserveForTrial(await guest(), 'temple-jhumka/gold', 1));
  expect(await shop.payments.create(actor)).toMatchObject({
    failure: {
      kind: 'conflict',
      reason: 'not-enough',
      message:
        'Temple Jhumka Earrings (Gold): Only 4 can be had in this shop. Ask for that many, or look in the shops nearby.',
      details: { sku: 'temple-jhumka/gold', wanted: 5, available: 4 },
    },
  });
  expect(await kinds()).toEqual([]);
});

test('the last unit in two carts is paid once', async () => {
  const { shop, guest, paymentDesk } = createTestShop();
  const actors = [await guest(), await guest()];
  for (const actor of actors) must(await shop.carts.setLine(actor, lastUnit, 1));
  const results = await Promise.all(actors.map((actor) => shop.payments.create(actor)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(paymentDesk.payments()).toHaveLength(1);
});

test('without the hub: a clear answer, nothing held, the cart kept', async () => {
  const { shop, actor, paymentDesk, kinds } = await withCart();
  paymentDesk.setOnline(false);
  expect(await shop.payments.create(actor)).toMatchObject({
    failure: { kind: 'offline', reason: 'payment-needs-hub' },
  });
  expect(await kinds()).toEqual([]);
  expect(must(await shop.carts.view(actor)).pieces).toBe(3);
});

test('holds are sent to the hub before the link is asked for', async () => {
  const scene = createTestShop();
  let flushes = 0;
  let online = false;
  const shop = createShop({
    ...scene,
    flush: async () => {
      flushes += 1;
      return online ? succeed(undefined) : fail('offline', 'The hub cannot be reached.');
    },
  });
  const actor = await scene.guest();
  must(await shop.carts.setLine(actor, palazzo, 1));
  expect(await shop.payments.create(actor)).toMatchObject({ failure: { kind: 'offline' } });
  expect(scene.paymentDesk.payments()).toEqual([]);
  online = true;
  expect(await shop.payments.create(actor)).toMatchObject({ ok: true });
  expect(flushes).toBe(2);
});

test('hub gone while the link is open: the outcome is unknown, and known again when it is back', async () => {
  const { shop, actor, paymentDesk } = await withCart();
  const payment = must(await shop.payments.create(actor));
  paymentDesk.setOnline(false);
  expect(await shop.payments.status(actor)).toMatchObject({ failure: { kind: 'offline' } });
  expect(await shop.payments.cancel(actor)).toMatchObject({ failure: { kind: 'offline' } });
  paymentDesk.setOnline(true);
  paymentDesk.pay(payment.paymentId);
  expect(must(await shop.payments.status(actor))).toMatchObject({
    state: 'paid',
    orderNumber: 'MG-20001',
  });
});

test('a link cancelled twice gives its units back once', async () => {
  const { shop, actor, kinds } = await withCart();
  must(await shop.payments.create(actor));
  const first = await shop.payments.cancel(actor);
  expect(must(first).state).toBe('cancelled');
  expect(await shop.payments.cancel(actor)).toEqual(first);
  expect(await kinds()).toEqual([]);
  expect(await shop.stock.here(testStoreId, [lastUnit])).toMatchObject([{ available: 1 }]);
});

test('an expired link gives its units back; trial holds under an open link stay until it is over', async () => {
  const { shop, actor, environment, kinds } = await withCart();
  must(await shop.holds.reserveForTrial(actor, lastUnit, 1));
  environment.advance(10 * minute);
  must(await shop.payments.create(actor));
  environment.advance(12 * minute);
  expect(await shop.holds.expireDue()).toEqual([]);
  environment.advance(3 * minute);
  expect(must(await shop.payments.status(actor)).state).toBe('expired');
  expect(await kinds()).toEqual([`trial 1 ${lastUnit}`]);
  expect(await shop.holds.expireDue()).toMatchObject([{ sku: lastUnit, state: 'expired' }]);
});

test('a cart from a capsule is not paid by link', async () => {
  const { shop, capsule } = createTestShop();
  const actor = await capsule();
  must(await shop.carts.setLine(actor, palazzo, 1));
  expect(await shop.payments.create(actor)).toMatchObject({
    failure: { kind: 'offline', reason: 'capsule-session' },
  });
});

test('pieces that are no longer sold leave the cart before it is paid', async () => {
  const { shop, actor, operations, store } = await withCart();
  await operations.execute({
    type: 'cart-line-set',
    sessionId: actor.sessionId,
    sku: 'gone-kurta/red/m',
    quantity: 1,
  });
  expect(must(await shop.carts.view(actor)).pieces).toBe(3);
  expect(must(await shop.payments.create(actor)).pieces).toBe(3);
  const session = await store.transaction(({ sessions }) => sessions.find(actor.sessionId));
  expect(session?.cart.map(({ sku }) => sku)).toEqual([lastUnit, palazzo]);
});

test('nothing to follow, cancel or send before there is a link', async () => {
  const { shop, actor, paymentDesk } = await withCart();
  for (const act of [shop.payments.status, shop.payments.cancel, shop.payments.send]) {
    expect(await act(actor)).toMatchObject({ failure: { kind: 'not-found', reason: 'no-payment' } });
  }
  const { paymentId } = must(await shop.payments.create(actor));
  must(await shop.payments.send(actor));
  expect(paymentDesk.sent).toEqual([paymentId]);
});

test('a link that the hub made, and whose answer did not come, is taken back before its pieces are let go', async () => {
  const { paymentDesk, kinds, actor, ...scene } = await withCart();
  const shop = createShop({
    ...scene,
    paymentDesk: {
      ...paymentDesk,
      create: async (paymentId, sessionId) => {
        must(await paymentDesk.create(paymentId, sessionId));
        return fail('timeout', 'The connection broke off before the hub had answered.');
      },
    },
  });
  expect(await shop.payments.create(actor)).toMatchObject({ failure: { kind: 'timeout' } });
  expect(paymentDesk.payments().map(({ state }) => state)).toEqual(['cancelled']);
  expect(await kinds()).toEqual([]);
});
