import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Customer } from '../../../src/contracts/customer.ts';
import type { Operation, OperationBody } from '../../../src/contracts/operation.ts';
import type { Reservation } from '../../../src/contracts/reservation.ts';
import type { Session } from '../../../src/contracts/session.ts';
import { emptyPreferences } from '../../../src/core/session/preferences.ts';
import { handleSecrets } from '../../../src/platform/capsule/code-secrets.ts';
import { addDevice, type Device } from '../../../src/platform/hub-store/devices.ts';
import { createHandover, redeemHandover } from '../../../src/platform/hub-store/handovers.ts';
import type { Announcement, HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import { eraseOldSessions } from '../../../src/platform/hub-store/old-sessions.ts';
import { createHubOperations, receiveOperations } from '../../../src/platform/hub-store/operations.ts';
import { nameOn } from '../../../src/platform/hub-store/session-aliases.ts';
import {
  bindToDevice,
  devicesOf,
  isBound,
  saveOwner,
} from '../../../src/platform/hub-store/session-bindings.ts';
import { joinCustomer } from '../../../src/platform/hub-store/sign-in.ts';
import { databases, type HubPlace, openHubPlace } from './hub-place.ts';

const minute = 60_000;
const storeId = 'hyd-banjara';
const start = Date.UTC(2026, 10, 22, 12);
const [shirt, trousers, scarf] = ['shirt-M', 'trousers-32', 'scarf'] as const;

let folder: string;
let place: HubPlace;
let hub: HubDatabase;
let now: number;
let heard: Announcement[];
/** The session behind the codes. */
let real: string;

/** A session on the web, of a guest. */
async function putSession(sessionId: string, cart: Session['cart'], customerId: string | null = null) {
  const session: Session = {
    sessionId,
    language: 'hi',
    trust: 'guest',
    customer: null,
    preferences: { ...emptyPreferences, occasion: 'wedding', sizes: { Shoe: '42' } },
    cart,
    notes: [],
    plan: null,
    offerCode: null,
    startedAt: new Date(now).toISOString(),
    endedAt: null,
  };
  await hub.transaction(async (transaction) => {
    await transaction.shop(null).sessions.save(session);
    await saveOwner(transaction.sql, { sessionId, customerId, storeId, origin: 'web' }, now);
  });
}

const readSession = (sessionId: string) =>
  hub.transaction(async (transaction) => {
    const { sessions, reservations } = transaction.shop(null);
    const session = await sessions.find(sessionId);
    return {
      session,
      cart: Object.fromEntries((session?.cart ?? []).map(({ sku, quantity }) => [sku, quantity])),
      words: (await sessions.messages(sessionId)).map(({ text }) => text),
      holds: (await reservations.ofSession(sessionId)).map(({ reservationId }) => reservationId),
    };
  });
/** What the shopper does on the phone. */
const onPhone = (body: OperationBody) => createHubOperations(hub).execute(body);

const showCode = async (sessionId = real) => {
  const { handle } = await hub.transaction((transaction) => createHandover(transaction, sessionId));
  return { handle, tokenId: handleSecrets(handle).tokenId };
};

/** A kiosk that is offline: what is done there is sent later, and each operation bears the time by its own clock. */
async function kiosk(clockBehind = 0) {
  const device: Device = await hub.transaction(async (transaction) => {
    const added = await addDevice(transaction, { deviceId: v7(), name: 'kiosk', storeId, kind: 'kiosk' });
    return added.device;
  });
  const alias = v7();
  const operations: Operation[] = [];
  const record = (body: OperationBody): Operation => {
    const at = new Date(now - clockBehind).toISOString();
    const made = { operationId: v7(), sequence: operations.length + 1, at, body };
    operations.push(made);
    return made;
  };
  return {
    device,
    alias,
    operations,
    record,
    open: (tokenId: string) =>
      record({
        type: 'session-started',
        sessionId: alias,
        language: 'hi',
        capsule: tokenId,
        bag: { cart: [{ sku: shirt, quantity: 1 }], sizes: { Kurta: 'M' }, colours: ['indigo'] },
      }),
    set: (sku: string, quantity: number) =>
      record({ type: 'cart-line-set', sessionId: alias, sku, quantity }),
    say: (text: string) =>
      record({
        type: 'message-added',
        sessionId: alias,
        message: {
          messageId: v7(),
          role: 'shopper',
          text,
          cards: [],
          channel: 'kiosk',
          at: new Date(now).toISOString(),
        },
      }),
    hold(sku: string): string {
      const reservation: Reservation = {
        reservationId: v7(),
        kind: 'trial',
        state: 'requested',
        number: 101,
        sessionId: alias,
        storeId,
        sku,
        quantity: 1,
        fittingRoom: 1,
        createdAt: new Date(now).toISOString(),
        expiresAt: new Date(now + 20 * minute).toISOString(),
        pickedAt: null,
      };
      record({ type: 'reservation-made', sessionId: alias, reservation });
      return reservation.reservationId;
    },
    leave: () => record({ type: 'session-ended', sessionId: alias, reason: 'shopper' }),
    /** The network is back. Gives the reasons of what was refused. */
    async connect() {
      const receipt = await receiveOperations(hub, device, operations, (_operation, error) => {
        throw error;
      });
      expect(receipt.appliedSequence).toBe(operations.length);
      return receipt.refused.map(({ failure }) => failure.reason);
    },
    reads: (sessionId = real) => isBound(hub.sql, sessionId, device.deviceId),
    nameOf: (sessionId = real) => nameOn(hub.sql, device.deviceId, sessionId),
  };
}

describe.each(databases)('codes that were taken without a hub on %s', (kind) => {
  beforeAll(async () => {
    now = start;
    folder = mkdtempSync(path.join(tmpdir(), 'aisle-merge-'));
    place = await openHubPlace(kind, folder, { now: () => now, newId: v7 });
    ({ hub } = place);
    hub.subscribe((announcement) => heard.push(announcement));
  });
  afterAll(async () => {
    await place.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    now = start;
    real = v7();
    for (const sku of [shirt, trousers, scarf]) {
      await hub.transaction(({ sql }) =>
        sql.run(
          `INSERT INTO stock (storeId, sku, onHand, reserved, safety, asOf) VALUES (?, ?, 5, 0, 0, ?)
           ON CONFLICT (storeId, sku) DO UPDATE SET reserved = 0`,
          storeId,
          sku,
          now,
        ),
      );
    }
    await putSession(real, [
      { sku: shirt, quantity: 1 },
      { sku: trousers, quantity: 1 },
    ]);
    heard = [];
  });

  test('what was done at the kiosk is in the session behind the code, and the kiosk may read it under its own name', async () => {
    const { tokenId } = await showCode();
    const at = await kiosk();
    now += minute;
    at.open(tokenId);
    at.set(shirt, 3);
    at.set(scarf, 1);
    at.say('Is it in blue?');
    const reservationId = at.hold(shirt);
    now += 90 * minute;
    expect(await at.connect()).toEqual([]);
    const { session, cart, words, holds } = await readSession(real);
    expect({ cart, words, holds }).toEqual({
      cart: { [shirt]: 3, [trousers]: 1, [scarf]: 1 },
      words: ['Is it in blue?'],
      holds: [reservationId],
    });
    expect(session).toMatchObject({
      language: 'hi',
      preferences: { occasion: 'wedding', sizes: { Shoe: '42' } },
    });
    expect((await readSession(at.alias)).session).toBeUndefined();
    expect([await at.reads(), await at.nameOf()]).toEqual([true, at.alias]);
    expect(heard).toContainEqual({ type: 'handover-used', sessionId: real });
    expect(heard).toContainEqual({ type: 'session-changed', sessionId: real, by: null });
  });

  test('whoever has left before the network is back finds everything on the phone, and the kiosk reads nothing', async () => {
    const { tokenId } = await showCode();
    const at = await kiosk();
    at.open(tokenId);
    at.set(scarf, 2);
    const reservationId = at.hold(scarf);
    at.leave();
    at.record({ type: 'reservation-released', sessionId: at.alias, reservationId, state: 'expired' });
    expect(await at.connect()).toEqual([]);
    const { session, cart, holds } = await readSession(real);
    expect([session?.endedAt, cart[scarf], holds]).toEqual([null, 2, [reservationId]]);
    expect([await at.reads(), await devicesOf(hub.sql, real)]).toEqual([false, []]);
    at.set(scarf, 9);
    expect(await at.connect()).toEqual(['session-not-here']);
  });

  test('what the shopper did last counts, line by line', async () => {
    const { tokenId } = await showCode();
    const at = await kiosk();
    now += minute;
    await onPhone({ type: 'cart-line-set', sessionId: real, sku: trousers, quantity: 5 });
    now += minute;
    at.open(tokenId);
    at.set(trousers, 2);
    at.set(shirt, 0);
    at.set(scarf, 1);
    now += minute;
    await onPhone({ type: 'cart-line-set', sessionId: real, sku: scarf, quantity: 4 });
    now += minute;
    expect(await at.connect()).toEqual([]);
    expect((await readSession(real)).cart).toEqual({ [trousers]: 2, [scarf]: 4 });
  });

  test('a kiosk whose clock is behind does not lose to what the phone did before the code was made', async () => {
    now += 30 * minute;
    await onPhone({ type: 'cart-line-set', sessionId: real, sku: shirt, quantity: 5 });
    now += minute;
    const { tokenId } = await showCode();
    const at = await kiosk(2 * 60 * minute);
    now += minute;
    at.open(tokenId);
    at.set(shirt, 2);
    expect(await at.connect()).toEqual([]);
    expect((await readSession(real)).cart[shirt]).toBe(2);
  });

  test('the same operations twice, or in two parts, change nothing more', async () => {
    const { tokenId } = await showCode();
    const at = await kiosk();
    at.open(tokenId);
    at.set(scarf, 2);
    at.say('Hello');
    at.hold(scarf);
    await at.connect();
    const once = await readSession(real);
    await onPhone({ type: 'cart-line-set', sessionId: real, sku: scarf, quantity: 1 });
    expect(await at.connect()).toEqual([]);
    at.say('And on');
    await at.connect();
    const twice = await readSession(real);
    expect(twice.cart).toEqual({ ...once.cart, [scarf]: 1 });
    expect([twice.words, twice.holds]).toEqual([['Hello', 'And on'], once.holds]);
  });

  test('of two kiosks that took the same code, the first that is heard sees the session; both add to it', async () => {
    const { tokenId } = await showCode();
    const [one, other] = [await kiosk(), await kiosk()];
    one.open(tokenId);
    one.set(shirt, 4);
    now += minute;
    other.open(tokenId);
    other.set(shirt, 2);
    const reservationId = other.hold(scarf);
    now += minute;
    one.set(scarf, 1);
    expect(await other.connect()).toEqual([]);
    expect(await one.connect()).toEqual([]);
    const { cart, holds } = await readSession(real);
    expect({ cart, holds }).toEqual({
      cart: { [shirt]: 2, [trousers]: 1, [scarf]: 1 },
      holds: [reservationId],
    });
    expect([await other.reads(), await one.reads()]).toEqual([true, false]);
  });

  test('a code that was used online elsewhere brings what was done with it, and shows nothing', async () => {
    const { handle, tokenId } = await showCode();
    const [online, at] = [await kiosk(), await kiosk()];
    at.open(tokenId);
    at.set(scarf, 2);
    const redeemed = await hub.transaction((transaction) =>
      redeemHandover(transaction, handle, online.device.deviceId),
    );
    expect(redeemed).toMatchObject({ ok: true });
    expect(await at.connect()).toEqual([]);
    expect((await readSession(real)).cart[scarf]).toBe(2);
    expect(await at.reads()).toBe(false);
  });

  test('a kiosk whose online answer was lost, and that went on with the capsule, sees the session', async () => {
    const { handle, tokenId } = await showCode();
    const at = await kiosk();
    await hub.transaction(async (transaction) => {
      await redeemHandover(transaction, handle, at.device.deviceId);
      await bindToDevice(transaction.sql, real, at.device.deviceId, now);
    });
    at.open(tokenId);
    at.set(scarf, 2);
    expect(await at.connect()).toEqual([]);
    expect((await readSession(real)).cart[scarf]).toBe(2);
    expect(await at.reads()).toBe(true);
  });

  test('a code that was replaced on the phone meanwhile still leads to its session; online it opens nothing', async () => {
    const { handle, tokenId } = await showCode();
    await showCode();
    const at = await kiosk();
    at.open(tokenId);
    at.set(scarf, 1);
    expect(await at.connect()).toEqual([]);
    expect([(await readSession(real)).cart[scarf], await at.reads()]).toEqual([1, true]);
    const late = await showCode();
    await showCode();
    for (const old of [handle, late.handle]) {
      const redeemed = await hub.transaction((transaction) => redeemHandover(transaction, old, v7()));
      expect(redeemed.ok).toBe(false);
    }
  });

  test('heard of a day later, a code brings what was done, and shows nothing to whoever stands there now', async () => {
    const { tokenId } = await showCode();
    const at = await kiosk();
    at.open(tokenId);
    at.set(scarf, 1);
    now += 25 * 60 * minute;
    expect(await at.connect()).toEqual([]);
    expect([(await readSession(real)).cart[scarf], await at.reads()]).toEqual([1, false]);
  });

  test.each([
    ['that the hub does not know', async () => 'AbCdEfGh'],
    [
      'that was over when it was taken',
      async () => {
        const { tokenId } = await showCode();
        now += 21 * minute;
        return tokenId;
      },
    ],
    [
      'whose session has ended',
      async () => {
        const { tokenId } = await showCode();
        await onPhone({ type: 'session-ended', sessionId: real, reason: 'shopper' });
        return tokenId;
      },
    ],
    [
      'whose session is erased',
      async () => {
        const { tokenId } = await showCode();
        await onPhone({ type: 'session-ended', sessionId: real, reason: 'shopper' });
        now += 25 * 60 * minute;
        await eraseOldSessions(hub);
        return tokenId;
      },
    ],
  ])('a code %s makes a guest, who loses nothing', async (_name, code) => {
    const tokenId = await code();
    const at = await kiosk();
    at.open(tokenId);
    at.set(scarf, 2);
    const reservationId = at.hold(scarf);
    expect(await at.connect()).toEqual([]);
    const { session, cart, holds } = await readSession(at.alias);
    expect(session).toMatchObject({ trust: 'guest', endedAt: null, preferences: { sizes: { Kurta: 'M' } } });
    expect({ cart, holds }).toEqual({ cart: { [shirt]: 1, [scarf]: 2 }, holds: [reservationId] });
    expect(await at.reads(at.alias)).toBe(true);
  });

  test('a session that ends while it is open at the kiosk leaves the shopper there a guest', async () => {
    const { tokenId } = await showCode();
    const at = await kiosk();
    at.open(tokenId);
    await at.connect();
    await onPhone({ type: 'session-ended', sessionId: real, reason: 'shopper' });
    at.set(scarf, 2);
    const reservationId = at.hold(scarf);
    expect(await at.connect()).toEqual([]);
    const { session, cart, holds } = await readSession(at.alias);
    expect([session?.trust, cart, holds]).toEqual(['guest', { [scarf]: 2 }, [reservationId]]);
  });

  test('whoever signs in on the phone meanwhile finds it in the session of their account', async () => {
    const account = v7();
    const customer: Customer = {
      customerId: 'c-1',
      name: 'Ananya',
      phone: '+919000000101',
      language: 'en',
      preferences: emptyPreferences,
      loyalty: { tier: 'gold', points: 10, pointsToNextTier: null, nextTier: null },
    } as unknown as Customer;
    await putSession(account, [], 'c-1');
    const { tokenId } = await showCode();
    const at = await kiosk();
    at.open(tokenId);
    at.set(scarf, 2);
    await hub.transaction(async (transaction) => {
      const guest = await transaction.shop(null).sessions.find(real);
      if (guest) await joinCustomer(transaction, guest, customer);
    });
    expect(await at.connect()).toEqual([]);
    expect((await readSession(account)).cart).toEqual({ [shirt]: 1, [trousers]: 1, [scarf]: 2 });
    expect(await at.reads(account)).toBe(true);
  });

  test('of a note that phone and kiosk both changed the later change counts, also when it was taken back', async () => {
    const { tokenId } = await showCode();
    const at = await kiosk();
    const note = (sessionId: string, key: string, text: string | null): OperationBody => ({
      type: 'session-note-set',
      sessionId,
      worker: 'gift-wrap',
      key,
      content: text === null ? null : { title: 'Gift wrap', text, pieces: [{ sku: shirt, quantity: 1 }] },
    });
    at.open(tokenId);
    now += minute;
    for (const key of ['kiosk-first', 'kiosk-first-then-none']) at.record(note(at.alias, key, 'kiosk'));
    await onPhone(note(real, 'phone-first', 'phone'));
    now += minute;
    await onPhone(note(real, 'kiosk-first', 'phone'));
    await onPhone(note(real, 'kiosk-first-then-none', 'phone'));
    await onPhone(note(real, 'kiosk-first-then-none', null));
    at.record(note(at.alias, 'phone-first', 'kiosk'));
    at.record(note(at.alias, 'kiosk-only', 'kiosk'));
    now += minute;
    expect(await at.connect()).toEqual([]);
    const { session } = await readSession(real);
    expect(
      Object.fromEntries((session?.notes ?? []).map(({ key, content }) => [key, content?.text])),
    ).toEqual({
      'kiosk-first': 'phone',
      'kiosk-first-then-none': undefined,
      'phone-first': 'kiosk',
      'kiosk-only': 'kiosk',
    });
  });

  test('a guest’s notes go with the bag into the customer’s session', async () => {
    const account = v7();
    const customer: Customer = {
      customerId: v7(),
      phone: `+9198${String(Date.now()).slice(-8)}`,
      name: 'Meera',
      language: 'en',
      loyalty: { tier: 'none', points: 0, pointsToNextTier: null, nextTier: null },
      preferences: emptyPreferences,
    };
    await putSession(account, [], customer.customerId);
    await onPhone({
      type: 'session-note-set',
      sessionId: real,
      worker: 'gift-wrap',
      key: shirt,
      content: { title: 'Gift wrap', text: 'For Asha', pieces: [{ sku: shirt, quantity: 1 }] },
    });
    await hub.transaction(async (transaction) => {
      const guest = await transaction.shop(null).sessions.find(real);
      if (guest) await joinCustomer(transaction, guest, customer);
    });
    expect((await readSession(account)).session?.notes.map(({ content }) => content?.text)).toEqual([
      'For Asha',
    ]);
    expect((await readSession(real)).session?.notes).toEqual([]);
  });

  test('another device cannot speak by the name that a device gave', async () => {
    const { tokenId } = await showCode();
    const [at, stranger] = [await kiosk(), await kiosk()];
    at.open(tokenId);
    await at.connect();
    stranger.record({ type: 'cart-line-set', sessionId: at.alias, sku: scarf, quantity: 9 });
    stranger.record({ type: 'session-started', sessionId: at.alias, language: 'en' });
    stranger.record({ type: 'session-ended', sessionId: at.alias, reason: 'shopper' });
    expect(await stranger.connect()).toEqual(Array(3).fill('session-not-here'));
    expect(await at.reads()).toBe(true);
  });

  test('wishes that the kiosk learned join those of the phone', async () => {
    const { tokenId } = await showCode();
    const at = await kiosk();
    at.open(tokenId);
    at.record({
      type: 'preferences-set',
      sessionId: at.alias,
      preferences: { sizes: { Kurta: 'L' }, colours: ['rust'], budget: 500_000 },
    });
    await at.connect();
    expect((await readSession(real)).session?.preferences).toEqual({
      occasion: 'wedding',
      budget: 500_000,
      sizes: { Shoe: '42', Kurta: 'L' },
      colours: ['rust'],
    });
  });
});
