import { afterEach, expect, test, vi } from 'vitest';
import { isActive } from '../../contracts/reservation.ts';
import { fail } from '../../contracts/result.ts';
import type { SessionSnapshot } from '../../contracts/session.ts';
import { must } from '../../core/testing/must.ts';
import { createTestShop, testStoreId } from '../../core/testing/test-shop.ts';
import type { SessionShelf } from './clearing.ts';
import { SessionDesk } from './session-desk.ts';

/** The only one in the shop. */
const kurta = 'indigo-block-kurta/rust/m';
const desks: SessionDesk[] = [];
let up = 0;
const uptime = () => up;
afterEach(async () => {
  vi.useRealTimers();
  for (const desk of desks.splice(0)) await desk.end('staff');
});

async function openDesk() {
  const testShop = createTestShop();
  const { shop, store, environment } = testShop;
  const shelf: SessionShelf = {
    keepSnapshot: ({ session }) => store.transaction((transaction) => transaction.sessions.save(session)),
    openSessions: async () =>
      [...store.content().sessions.values()]
        .filter((one) => one.endedAt === null)
        .map((one) => one.sessionId),
    wipe: async () => undefined,
  };
  const desk = new SessionDesk({
    shop,
    shelf,
    tell: () => undefined,
    storeId: () => testStoreId,
    idleLimitMs: 60_000,
    clocks: { now: environment.now, uptime },
    handBack: async () => undefined,
    onEnd: () => undefined,
    onCrash: (error) => {
      throw error;
    },
  });
  desks.push(desk);
  const member = await testShop.member();
  const session = await store.transaction((transaction) => transaction.sessions.find(member.sessionId));
  if (!session) throw new Error('The member has no session');
  const snapshot: SessionSnapshot = { session, messages: [], reservations: [], orders: [], payment: null };
  return { ...testShop, desk, shelf, snapshot };
}

test('a session whose end could not be written is ended as soon as it can be; the one at the screen is not', async () => {
  const { desk, operations, store } = await openDesk();
  const open = () =>
    [...store.content().sessions.values()]
      .filter(({ endedAt }) => endedAt === null)
      .map((one) => one.sessionId);
  await desk.retryClearing();
  expect(open()).toEqual([]);
  const first = must(await desk.startGuest('en'));
  const { execute } = operations;
  operations.execute = async () => fail('internal', 'The disk is full.');
  await desk.end('staff');
  operations.execute = execute;
  expect(open()).toEqual([first.sessionId]);
  const second = must(await desk.startGuest('en'));
  await desk.retryClearing();
  expect(open()).toEqual([second.sessionId]);
});

test('what could not be erased is erased as soon as it can be; the failure is told once', async () => {
  const { desk, shelf } = await openDesk();
  const { wipe } = shelf;
  shelf.wipe = async () => {
    throw new Error('The disk is full.');
  };
  await expect(desk.clearLeftovers()).rejects.toThrow('The disk is full.');
  await desk.retryClearing();
  let wipes = 0;
  shelf.wipe = async () => {
    wipes += 1;
    await wipe();
  };
  await desk.retryClearing();
  await desk.retryClearing();
  expect(wipes).toBe(1);
});

test('notes go along with a guest’s bag, but not over what the session has', async () => {
  const { desk, shop, snapshot } = await openDesk();
  must(await desk.startGuest('en'));
  const guest = must(desk.actor());
  must(await shop.carts.setLine(guest, kurta, 1));
  const note = (text: string) => ({ title: 'Gift wrap', text, pieces: [{ sku: kurta, quantity: 1 }] });
  for (const key of ['both', 'guest']) must(await shop.notes.set(guest, 'gift-wrap', key, note('guest')));
  const at = snapshot.session.startedAt;
  const notes = [{ worker: 'gift-wrap', key: 'both', at, content: note('session') }];
  const view = must(await desk.admit({ ...snapshot, session: { ...snapshot.session, notes } }));
  expect(view.notes.map(({ key, text }) => [key, text])).toEqual([
    ['both', 'session'],
    ['guest', 'guest'],
  ]);
});

test('a plan goes along with a guest, but not over one that the session has under way', async () => {
  const { desk, shop, snapshot } = await openDesk();
  const propose = async () => {
    must(await desk.startGuest('en'));
    return must(await shop.plans.elsewhere(must(desk.actor()), { sku: kurta }));
  };
  const plan = await propose();
  expect(must(await desk.admit(snapshot)).plan).toEqual(plan);
  const later = await propose();
  const running = { ...plan, state: 'running' as const, revision: 2 };
  const session = { ...snapshot.session, plan: running };
  expect(later.planId).not.toBe(plan.planId);
  expect(must(await desk.admit({ ...snapshot, session })).plan).toEqual(running);
});

test('a guest who shows a code keeps bag and fitting room; the link of the guest is taken back', async () => {
  const { desk, shop, snapshot, paymentDesk, store } = await openDesk();
  must(await desk.startGuest('en'));
  const guest = must(desk.actor());
  must(await shop.carts.setLine(guest, kurta, 1));
  const held = must(await shop.holds.reserveForTrial(guest, kurta, 1));
  const link = must(await shop.payments.create(guest));

  const view = must(await desk.admit(snapshot));
  expect(view.sessionId).toBe(snapshot.session.sessionId);
  expect(view.cart.lines.map(({ sku, quantity }) => [sku, quantity])).toContainEqual([kurta, 1]);
  expect(view.reservations.map(({ reservationId, fittingRoom }) => [reservationId, fittingRoom])).toEqual([
    [held.reservationId, held.fittingRoom],
  ]);
  expect(must(await paymentDesk.read(link.paymentId)).state).toBe('cancelled');
  expect([...store.content().reservations.values()].filter((one) => isActive(one))).toHaveLength(1);
});

test('another customer who shows a code gets nothing of the one before', async () => {
  const { desk, shop, snapshot, member } = await openDesk();
  must(await desk.admit(snapshot));
  const first = must(desk.actor());
  must(await shop.carts.setLine(first, kurta, 1));
  must(await shop.holds.reserveForTrial(first, kurta, 1));
  const other = await member();
  const view = must(
    await desk.admit({ ...snapshot, session: { ...snapshot.session, sessionId: other.sessionId, cart: [] } }),
  );
  expect([view.sessionId, view.cart.pieces, view.reservations]).toEqual([other.sessionId, 0, []]);
});

test('a wall clock that is set neither ends a conversation nor keeps one that was forgotten', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const { desk, environment } = await openDesk();
  must(await desk.startGuest('en'));
  environment.advance(10 * 60 * 60_000);
  vi.advanceTimersByTime(2_000);
  // In turn behind an end, if one had begun.
  await desk.retryClearing();
  expect(desk.actor().ok).toBe(true);
  environment.advance(-20 * 60 * 60_000);
  up += 61_000;
  vi.advanceTimersByTime(2_000);
  await desk.retryClearing();
  expect(desk.actor()).toMatchObject({ failure: { reason: 'no-session' } });
});
