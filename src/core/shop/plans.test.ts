import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../contracts/plan.ts';
import { isActive } from '../../contracts/reservation.ts';
import { fail, type Result } from '../../contracts/result.ts';
import type { Actor, Plans } from '../shop.ts';
import { fixtureOrder } from '../testing/fixture-order.ts';
import { must } from '../testing/must.ts';
import { createTestShop, type TestShop, testStoreId } from '../testing/test-shop.ts';
import { createPlans } from './plans.ts';
import { createSerial } from './serial.ts';

const kurtaM = 'indigo-block-kurta/indigo/m';
const kurtaL = 'indigo-block-kurta/indigo/l';
const shirt = 'linen-shirt-women/blue/m';

interface Scene {
  readonly testShop: TestShop;
  readonly actor: Actor;
  readonly plan: Plan;
}

const delivered = {
  ...fixtureOrder,
  state: 'delivered' as const,
  events: [...fixtureOrder.events, { at: '2026-11-20T09:00:00.000Z', state: 'delivered' as const, note: '' }],
};

const scenes: Readonly<Record<Plan['kind'], () => Promise<Scene>>> = {
  async outfit() {
    const testShop = createTestShop();
    const actor = await testShop.guest();
    const wish = { occasion: 'festive', budget: 1_500_000, department: 'women', size: 'M' };
    return { testShop, actor, plan: must(await testShop.shop.plans.outfit(actor, wish)) };
  },
  async 'size-swap'() {
    const testShop = createTestShop();
    const actor = await testShop.guest();
    const { shop } = testShop;
    must(await shop.carts.setLine(actor, kurtaM, 2));
    const { reservationId } = must(await shop.holds.reserveForTrial(actor, kurtaM, 1));
    return { testShop, actor, plan: must(await shop.plans.sizeSwap(actor, reservationId, 'l')) };
  },
  async 'return-and-buy'() {
    const testShop = createTestShop();
    const actor = await testShop.member();
    testShop.store.content().orders.set(actor.sessionId, [delivered]);
    const wish = { orderNumber: delivered.number, sku: kurtaM, buySku: shirt, route: 'original' as const };
    return { testShop, actor, plan: must(await testShop.shop.plans.returnAndBuy(actor, wish)) };
  },
  async 'reserve-elsewhere'() {
    const testShop = createTestShop();
    const actor = await testShop.guest();
    const wish = { sku: kurtaM, storeId: 'hyd-kondapur' };
    return { testShop, actor, plan: must(await testShop.shop.plans.elsewhere(actor, wish)) };
  },
};
const kinds = Object.keys(scenes) as Plan['kind'][];

/** What a plan may change, as the shop has it. */
function world({ store }: TestShop, { sessionId }: Actor) {
  const { sessions, reservations, payments, orders } = store.content();
  return {
    cart: sessions
      .get(sessionId)
      ?.cart.map(({ sku, quantity }) => `${quantity} ${sku}`)
      .sort(),
    held: [...reservations.values()]
      .filter((one) => isActive(one) && one.sessionId === sessionId)
      .map(({ kind, storeId, sku, quantity }) => `${kind} ${storeId} ${quantity} ${sku}`)
      .sort(),
    link: payments.get(sessionId)?.state === 'open' ? payments.get(sessionId)?.amount : null,
    orders: (orders.get(sessionId) ?? []).map(({ number, state }) => `${number} ${state}`),
  };
}

/** How often each write of the services and of the plan itself goes wrong, by the count of all of them. */
type Fault = 'refused' | 'lost-request' | 'lost-answer' | 'crash-before' | 'crash-after';
type Faults = Readonly<Record<number, Fault>>;

class Crash extends Error {}

/** The plans of the same shop as a process has them in which the n-th write goes wrong as the faults say. */
function faulty({ testShop }: Scene, faults: Faults): { plans: Plans; writes: () => number } {
  let count = 0;
  const spoil =
    <A extends unknown[], T>(work: (...values: A) => Promise<Result<T>>, own = false) =>
    async (...values: A): Promise<Result<T>> => {
      count += 1;
      const fault = faults[count];
      if (fault === 'crash-before') throw new Crash();
      if (fault === 'refused' && !own) return fail('conflict', 'Refused.', { reason: 'test' });
      if (fault === 'lost-request' && !own) return fail('timeout', 'No answer.');
      const result = await work(...values);
      if (fault === 'crash-after') throw new Crash();
      return fault === 'lost-answer' && !own ? fail('timeout', 'No answer.') : result;
    };
  const { shop, operations, ...ports } = testShop;
  const { carts, holds, payments, orders } = shop;
  const plans = createPlans(
    {
      ...ports,
      operations: { ...operations, executeDraft: spoil(operations.executeDraft, true) as never },
      inTurn: createSerial(),
    },
    {
      ...shop,
      carts: { ...carts, setLine: spoil(carts.setLine) },
      holds: {
        ...holds,
        reserveForTrial: spoil(holds.reserveForTrial),
        requestOtherSize: spoil(holds.requestOtherSize),
        reserveElsewhere: spoil(holds.reserveElsewhere),
        cancel: spoil(holds.cancel),
      },
      payments: { ...payments, create: spoil(payments.create), cancel: spoil(payments.cancel) },
      orders: { ...orders, change: spoil(orders.change) },
    },
  );
  return { plans, writes: () => count };
}

/** Asks until the plan is over; a crash is a new process, which knows what is written down. */
async function toTheEnd(scene: Scene, faults: Faults): Promise<Plan> {
  const { plans } = faulty(scene, faults);
  let plan = scene.plan;
  for (let tries = 0; tries < 30; tries += 1) {
    try {
      plan = must(await plans.proceed(scene.actor, plan.planId));
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
      plan = must(await plans.current(scene.actor)) ?? plan;
    }
    if (plan.state === 'done' || plan.state === 'undone' || plan.state === 'stuck') return plan;
  }
  throw new Error(`Still ${plan.state}`);
}

describe.each(kinds)('%s', (kind) => {
  test('is only written down when it is proposed', async () => {
    const { testShop, actor, plan } = await scenes[kind]();
    expect(plan).toMatchObject({ kind, state: 'proposed', revision: 1 });
    expect(must(await testShop.shop.plans.current(actor))).toEqual(plan);
    expect(must(await testShop.shop.sessions.view(actor)).plan).toEqual(plan);
  });

  test('is done once, however often it is asked for', async () => {
    const { testShop, actor, plan } = await scenes[kind]();
    const done = must(await testShop.shop.plans.proceed(actor, plan.planId));
    expect(done.state).toBe('done');
    expect(done.steps.map(({ state }) => state)).toEqual(plan.steps.map(() => 'done'));
    const after = world(testShop, actor);
    expect(must(await testShop.shop.plans.proceed(actor, plan.planId))).toEqual(done);
    expect(world(testShop, actor)).toEqual(after);
  });

  test('goes back to where it began when any step is refused', async () => {
    const whole = await scenes[kind]();
    const before = world(whole.testShop, whole.actor);
    const counted = faulty(whole, {});
    must(await counted.plans.proceed(whole.actor, whole.plan.planId));
    for (let at = 1; at <= counted.writes(); at += 1) {
      const scene = await scenes[kind]();
      const ended = await toTheEnd(scene, { [at]: 'refused' });
      if (ended.state === 'done') continue;
      expect(ended).toMatchObject({ state: 'undone', trouble: { reason: 'test' } });
      expect(ended.steps.map(({ state }) => state)).not.toContain('done');
      expect(world(scene.testShop, scene.actor)).toEqual(before);
    }
  });

  test('is whole or undone after a crash before or after any write', async () => {
    const whole = await scenes[kind]();
    const counted = faulty(whole, {});
    must(await counted.plans.proceed(whole.actor, whole.plan.planId));
    const after = world(whole.testShop, whole.actor);
    for (let at = 1; at <= counted.writes(); at += 1) {
      for (const fault of ['crash-before', 'crash-after', 'lost-request', 'lost-answer'] as const) {
        const scene = await scenes[kind]();
        expect([at, fault, (await toTheEnd(scene, { [at]: fault })).state]).toEqual([at, fault, 'done']);
        expect(world(scene.testShop, scene.actor)).toEqual(after);
      }
    }
  });

  test('whatever goes wrong, the shop is as it was, or as planned, or the plan says what is left', async () => {
    const fault = fc.constantFrom<Fault>(
      'refused',
      'lost-request',
      'lost-answer',
      'crash-before',
      'crash-after',
    );
    const faults = fc.dictionary(fc.integer({ min: 1, max: 24 }).map(String), fault, { maxKeys: 6 });
    const whole = await scenes[kind]();
    const before = world(whole.testShop, whole.actor);
    must(await whole.testShop.shop.plans.proceed(whole.actor, whole.plan.planId));
    const after = world(whole.testShop, whole.actor);
    await fc.assert(
      fc.asyncProperty(faults, async (some) => {
        const scene = await scenes[kind]();
        let ended = await toTheEnd(scene, some);
        if (ended.state === 'stuck') {
          expect(ended.trouble).not.toBeNull();
          expect(ended.steps.some(({ state }) => state !== 'waiting' && state !== 'undone')).toBe(true);
          // Nothing goes wrong any more: what was left is taken back.
          ended = must(await scene.testShop.shop.plans.proceed(scene.actor, ended.planId));
        }
        expect(ended.state).not.toBe('stuck');
        expect(world(scene.testShop, scene.actor)).toEqual(ended.state === 'done' ? after : before);
      }),
      { numRuns: 60 },
    );
  });

  test('that is dropped while it is only proposed has changed nothing', async () => {
    const { testShop, actor, plan } = await scenes[kind]();
    const before = world(testShop, actor);
    expect(must(await testShop.shop.plans.drop(actor, plan.planId)).state).toBe('undone');
    expect(await testShop.shop.plans.proceed(actor, plan.planId)).toMatchObject({
      failure: { kind: 'conflict', reason: 'plan-over' },
    });
    expect(world(testShop, actor)).toEqual(before);
  });

  test('of another session is unknown', async () => {
    const { testShop, actor, plan } = await scenes[kind]();
    const other = await testShop.guest();
    expect(await testShop.shop.plans.proceed(other, plan.planId)).toMatchObject({
      failure: { kind: 'not-found', reason: 'plan-unknown' },
    });
    expect(must(await testShop.shop.plans.current(actor))).toEqual(plan);
  });
});

test('an outfit is in the shopper’s size, in stock here, within the budget, and comes to the fitting room', async () => {
  const { testShop, actor, plan } = await scenes.outfit();
  const steps = plan.steps.flatMap((step) => (step.type === 'hold' ? [step] : []));
  expect(steps.length).toBe(plan.steps.length);
  expect(steps.length).toBeGreaterThan(1);
  expect(steps.reduce((sum, { piece }) => sum + piece.unitPrice, 0)).toBeLessThanOrEqual(1_500_000);
  for (const { piece, storeId, place } of steps) {
    expect([storeId, place]).toEqual([testStoreId, 'here']);
    const [figure] = await testShop.shop.stock.here(testStoreId, [piece.sku]);
    expect(figure?.available).toBeGreaterThan(0);
    const { product } = must(await testShop.shop.browsing.resolve({ sku: piece.sku }));
    const sizes = new Set(product.variants.map(({ size }) => size));
    if (sizes.size > 1) expect(piece.size).toBe('M');
  }
  expect(new Set(steps.map(({ piece }) => piece.handle)).size).toBe(steps.length);
  must(await testShop.shop.plans.proceed(actor, plan.planId));
  expect(
    must(await testShop.shop.holds.list(actor))
      .map(({ sku }) => sku)
      .sort(),
  ).toEqual(steps.map(({ piece }) => piece.sku).sort());
});

test('an outfit from home goes into the bag', async () => {
  const { shop, guest } = createTestShop();
  const actor = { ...(await guest()), channel: 'web' as const };
  const plan = must(await shop.plans.outfit(actor, { department: 'women', size: 'M', budget: 600_000 }));
  expect(new Set(plan.steps.map(({ type }) => type))).toEqual(new Set(['bag']));
  must(await shop.plans.proceed(actor, plan.planId));
  const bag = must(await shop.carts.view(actor));
  expect(bag.total).toBe(plan.steps.reduce((sum, { piece }) => sum + piece.unitPrice, 0));
  expect(bag.total).toBeLessThanOrEqual(600_000);
});

test.each([
  [{ department: 'women', size: 'M', budget: 10_000 }, 'over-budget'],
  [{ department: 'horses', size: 'M' }, 'no-outfit'],
  [{ department: 'women', size: 'M', occasion: 'moon landing' }, 'no-outfit'],
  [{ budget: 900_000 }, 'wearer-needed'],
])('an outfit of %j says %s', async (wish, reason) => {
  const { shop, guest } = createTestShop();
  const said = await shop.plans.outfit(await guest(), wish);
  expect(said).toMatchObject({ ok: false, failure: { reason } });
  if (reason === 'over-budget' && !said.ok) {
    expect(said.failure.details).toMatchObject({
      nearest: { amount: expect.any(Number), currency: 'INR' },
    });
    const { nearest } = said.failure.details as { readonly nearest: { readonly amount: number } };
    expect(nearest.amount).toBeGreaterThan(10_000);
  }
});

test('the last piece that goes to somebody else meanwhile undoes the outfit, and the other keeps it', async () => {
  const scene = await scenes.outfit();
  const { testShop, actor, plan } = scene;
  const before = world(testShop, actor);
  const last = plan.steps.at(-1)?.piece.sku ?? '';
  const row = (granted: number) => ({ onHand: granted, granted });
  await testShop.store.changeStock(testStoreId, last, (known) => ({ ...known, ...row(1) }));
  const other = await testShop.guest();
  must(await testShop.shop.holds.reserveForTrial(other, last, 1));
  expect(must(await testShop.shop.plans.proceed(actor, plan.planId))).toMatchObject({
    state: 'undone',
    trouble: { step: plan.steps.length - 1, kind: 'conflict', reason: 'sold-out' },
  });
  expect(world(testShop, actor)).toEqual(before);
  expect(must(await testShop.shop.holds.list(other))).toHaveLength(1);
});

test('a piece that the shopper held before stays theirs when the plan is taken back', async () => {
  const { testShop, actor, plan } = await scenes.outfit();
  const { shop } = testShop;
  const first = plan.steps[0]?.piece.sku ?? '';
  const own = must(await shop.holds.reserveForTrial(actor, first, 1));
  const scene = { testShop, actor, plan };
  const refused = faulty(scene, { 5: 'refused' });
  const ended = must(await refused.plans.proceed(actor, plan.planId));
  expect(ended.state).toBe('undone');
  expect(must(await shop.holds.list(actor)).map(({ reservationId }) => reservationId)).toEqual([
    own.reservationId,
  ]);
});

test('a fitting room is not gone on with from a phone, and nothing is lost by asking', async () => {
  const { testShop, actor, plan } = await scenes['size-swap']();
  const phone = { ...actor, channel: 'whatsapp' as const };
  expect(await testShop.shop.plans.proceed(phone, plan.planId)).toMatchObject({
    failure: { kind: 'denied', reason: 'needs-shop-floor', details: { storeName: 'Banjara Hills' } },
  });
  expect(must(await testShop.shop.plans.current(phone))).toEqual(plan);
  expect(must(await testShop.shop.plans.proceed(actor, plan.planId)).state).toBe('done');
});

test('the other size takes the place of one of two in the bag', async () => {
  const { testShop, actor, plan } = await scenes['size-swap']();
  must(await testShop.shop.plans.proceed(actor, plan.planId));
  expect(world(testShop, actor).cart).toEqual([`1 ${kurtaL}`, `1 ${kurtaM}`]);
  const held = must(await testShop.shop.holds.list(actor));
  expect(held.map(({ size, fittingRoom }) => `${size} in ${fittingRoom}`).sort()).toEqual([
    'L in 1',
    'M in 1',
  ]);
});

test('the figures of a return and a purchase are the shop’s: whole bag to pay, its line to give back', async () => {
  const { testShop, actor, plan } = await scenes['return-and-buy']();
  const { variant } = must(await testShop.shop.browsing.resolve({ sku: shirt }));
  expect(plan.steps).toMatchObject([
    { type: 'bag', change: 1, piece: { sku: shirt, unitPrice: variant.price } },
    { type: 'pay', amount: variant.price },
    { type: 'return', refund: delivered.total, route: 'original', orderNumber: delivered.number },
  ]);
  must(await testShop.shop.plans.proceed(actor, plan.planId));
  expect(world(testShop, actor)).toMatchObject({
    cart: [`1 ${shirt}`],
    link: variant.price,
    orders: [`${delivered.number} return-requested`],
  });
  // The link is not paid in the end: the return stays, as it was asked for by itself.
  must(await testShop.shop.payments.cancel(actor));
  expect(world(testShop, actor)).toMatchObject({
    link: null,
    orders: [`${delivered.number} return-requested`],
  });
});

test('a link that was paid before the return failed is left, and said to be', async () => {
  const { testShop, actor, plan } = await scenes['return-and-buy']();
  const { shop, paymentDesk, orderChanges } = testShop;
  const crashed = faulty({ testShop, actor, plan }, { 6: 'crash-before' });
  await crashed.plans.proceed(actor, plan.planId).catch(() => undefined);
  const link = paymentDesk.payments().find(({ state }) => state === 'open');
  paymentDesk.pay(link?.paymentId ?? '');
  orderChanges.setOnline(false);
  expect(must(await shop.plans.proceed(actor, plan.planId))).toMatchObject({
    state: 'stuck',
    steps: [{ type: 'bag' }, { type: 'pay', state: 'done' }, { type: 'return', state: 'failed' }],
    trouble: { step: 2, kind: 'offline', reason: 'order-needs-hub' },
  });
});

test('at another price nothing is done', async () => {
  const { testShop, actor, plan } = await scenes['return-and-buy']();
  const before = world(testShop, actor);
  must(await testShop.shop.carts.setLine(actor, kurtaL, 1));
  const ended = must(await testShop.shop.plans.proceed(actor, plan.planId));
  expect(ended).toMatchObject({ state: 'undone', trouble: { step: 1, reason: 'figures-changed' } });
  expect(world(testShop, actor)).toEqual({ ...before, cart: [`1 ${kurtaL}`] });
});

test('another shop holds it for longer than a fitting room does, under a number of its own', async () => {
  const { testShop, actor, plan } = await scenes['reserve-elsewhere']();
  const done = must(await testShop.shop.plans.proceed(actor, plan.planId));
  expect(done.steps).toMatchObject([
    {
      storeId: 'hyd-kondapur',
      storeName: 'Kondapur',
      held: { own: true, number: 1, expiresAt: '2026-11-22T08:00:00.000Z' },
    },
  ]);
});

test('the nearest shop that has it is proposed; one that does not is named with those that do', async () => {
  const { shop, guest } = createTestShop();
  const actor = await guest();
  expect(must(await shop.plans.elsewhere(actor, { sku: kurtaM })).steps).toMatchObject([
    { storeName: 'Kondapur' },
  ]);
  expect(
    await shop.plans.elsewhere(actor, { sku: 'kanjivaram-saree/green', storeId: 'blr-indiranagar' }),
  ).toMatchObject({ failure: { reason: 'not-there', details: { stores: ['Kondapur'] } } });
  expect(await shop.plans.elsewhere(actor, { sku: kurtaM, storeId: testStoreId })).toMatchObject({
    failure: { reason: 'not-elsewhere' },
  });
});

test('a plan under way is not overtaken by another; one that is only proposed is', async () => {
  const { testShop, actor, plan } = await scenes.outfit();
  const { plans } = testShop.shop;
  const next = must(await plans.elsewhere(actor, { sku: kurtaM }));
  expect(must(await plans.current(actor))).toEqual(next);
  expect(await plans.proceed(actor, plan.planId)).toMatchObject({ failure: { reason: 'plan-unknown' } });
  const again = must(await plans.outfit(actor, { department: 'women', size: 'M', budget: 1_500_000 }));
  const crashed = faulty({ testShop, actor, plan: again }, { 3: 'crash-before' });
  await expect(crashed.plans.proceed(actor, again.planId)).rejects.toThrow(Crash);
  expect(await plans.elsewhere(actor, { sku: kurtaM })).toMatchObject({
    failure: { kind: 'conflict', reason: 'plan-under-way' },
  });
  expect(must(await plans.drop(actor, again.planId)).state).toBe('undone');
  expect(world(testShop, actor).held).toEqual([]);
});

test('two who go on at once make one plan of it', async () => {
  const { testShop, actor, plan } = await scenes.outfit();
  const one = faulty({ testShop, actor, plan }, {}).plans;
  const two = faulty({ testShop, actor, plan }, {}).plans;
  const told = await Promise.all([one.proceed(actor, plan.planId), two.proceed(actor, plan.planId)]);
  expect(told.filter(({ ok }) => ok)).not.toHaveLength(0);
  must(await testShop.shop.plans.proceed(actor, plan.planId));
  expect(world(testShop, actor).held).toHaveLength(plan.steps.length);
});
