import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Customer } from '../../../src/contracts/customer.ts';
import { emptyPreferences } from '../../../src/core/session/preferences.ts';
import {
  findCustomerByPhone,
  listCustomers,
  saveCustomer,
} from '../../../src/platform/hub-store/customers.ts';
import { findDeviceByToken } from '../../../src/platform/hub-store/devices.ts';
import { createHandover, redeemHandover } from '../../../src/platform/hub-store/handovers.ts';
import {
  claimMessage,
  eraseOldCodes,
  listMessages,
  queueMessage,
  settleMessage,
} from '../../../src/platform/hub-store/inbox.ts';
import { eraseOldSessions } from '../../../src/platform/hub-store/old-sessions.ts';
import { issueCode, useCode } from '../../../src/platform/hub-store/one-time-codes.ts';
import {
  bindToDevice,
  devicesOf,
  findOwner,
  isBound,
  openSessionOfCustomer,
  unbindFromDevice,
} from '../../../src/platform/hub-store/session-bindings.ts';
import { joinCustomer } from '../../../src/platform/hub-store/sign-in.ts';
import {
  addWebSession,
  removeWebSession,
  seeWebSession,
} from '../../../src/platform/hub-store/web-sessions.ts';
import { pairDevice, stock, webSession } from './fixtures.ts';
import { databases } from './hub-place.ts';
import { openTestHub, type TestHub } from './test-hubs.ts';

const minute = 60_000;
const newCustomer = (phone: string): Customer => ({
  customerId: v7(),
  name: 'Meera',
  phone,
  language: 'en',
  loyalty: { tier: 'gold', points: 120, pointsToNextTier: null, nextTier: null },
  preferences: emptyPreferences,
});

describe.each(databases)('sessions at a hub on %s', (kind) => {
  let it: TestHub;
  beforeAll(async () => {
    it = await openTestHub(kind);
    await stock(it.hub, 'kurta', 5);
  });
  afterAll(() => it.close());

  test('a device is known by its token, and speaks for the sessions that are open on it', async () => {
    const { hub } = it;
    const one = await pairDevice(hub, 'one');
    const two = await pairDevice(hub, 'two');
    expect(await findDeviceByToken(hub.sql, one.token)).toEqual(one.device);
    expect(await findDeviceByToken(hub.sql, 'another')).toBeUndefined();
    expect(two.device.deviceIndex).toBe(one.device.deviceIndex + 1);
    const { sessionId } = await webSession(hub);
    const { sql } = hub;
    await hub.transaction(async (transaction) => {
      await bindToDevice(transaction.sql, sessionId, one.device.deviceId, 1);
      await bindToDevice(transaction.sql, sessionId, two.device.deviceId, 2);
      await bindToDevice(transaction.sql, sessionId, one.device.deviceId, 3);
    });
    expect(await devicesOf(sql, sessionId)).toEqual([one.device.deviceId, two.device.deviceId]);
    await hub.transaction((transaction) =>
      unbindFromDevice(transaction.sql, sessionId, one.device.deviceId, 4),
    );
    expect(await isBound(sql, sessionId, one.device.deviceId)).toBe(false);
    expect(await isBound(sql, sessionId, two.device.deviceId)).toBe(true);
  });

  test('a code is used once, by the one who got it; asked again at once it gives the same', async () => {
    const { hub } = it;
    const { sessionId } = await webSession(hub);
    const old = await hub.transaction((transaction) => createHandover(transaction, sessionId));
    const { handle } = await hub.transaction((transaction) => createHandover(transaction, sessionId));
    const redeem = (code: string, deviceId: string) =>
      hub.transaction((transaction) => redeemHandover(transaction, code, deviceId));
    expect(await redeem(old.handle, 'd-1')).toMatchObject({ failure: { reason: 'code-expired' } });
    expect(await redeem(handle, 'd-1')).toEqual({ ok: true, value: { sessionId } });
    expect(await redeem(handle, 'd-1')).toEqual({ ok: true, value: { sessionId } });
    expect(await redeem(handle, 'd-2')).toMatchObject({ failure: { reason: 'code-used' } });
    it.pass(minute);
    expect(await redeem(handle, 'd-1')).toMatchObject({ failure: { reason: 'code-used' } });
    const late = await hub.transaction((transaction) => createHandover(transaction, sessionId));
    it.pass(60 * minute);
    expect(await redeem(late.handle, 'd-1')).toMatchObject({ failure: { reason: 'code-expired' } });
  });

  test('a one-time code is for one holder, has five tries, and is used once', async () => {
    const { hub } = it;
    const customer = newCustomer('+919800000001');
    await hub.transaction((transaction) => saveCustomer(transaction.sql, customer));
    const issue = (holder: string, phone: string) => {
      const requestId = v7();
      return hub.transaction((transaction) => issueCode(transaction, { requestId, holder, phone }));
    };
    const use = (requestId: string, holder: string, code: string) =>
      hub.transaction((transaction) => useCode(transaction, { requestId, holder, code }));
    const issued = await issue('d-1', customer.phone);
    if (!issued.ok || !issued.value.delivery) throw new Error('no code');
    const { requestId, delivery } = issued.value;
    const wrong = delivery.code === '000000' ? '111111' : '000000';
    expect(await use(requestId, 'd-2', delivery.code)).toMatchObject({ failure: { reason: 'code-unknown' } });
    expect(await use(requestId, 'd-1', wrong)).toMatchObject({ failure: { details: { attemptsLeft: 4 } } });
    expect(await use(requestId, 'd-1', delivery.code)).toEqual({
      ok: true,
      value: { customerId: customer.customerId },
    });
    expect(await use(requestId, 'd-1', delivery.code)).toMatchObject({ failure: { reason: 'code-used' } });

    const unknown = await issue('d-1', '+919800000002');
    expect(unknown).toMatchObject({ ok: true, value: { delivery: null } });
    if (!unknown.ok) return;
    for (let attempt = 0; attempt < 5; attempt += 1) await use(unknown.value.requestId, 'd-1', '123456');
    expect(await use(unknown.value.requestId, 'd-1', '123456')).toMatchObject({
      failure: { reason: 'code-locked' },
    });
    for (let count = 1; count < 5; count += 1) expect((await issue('d-1', customer.phone)).ok).toBe(true);
    expect(await issue('d-1', customer.phone)).toMatchObject({ failure: { reason: 'too-many-codes' } });
  });

  test('a guest who proves to be a customer goes on in the open session, with both bags', async () => {
    const { hub } = it;
    const customer = newCustomer('+919800000003');
    await hub.transaction((transaction) => saveCustomer(transaction.sql, customer));
    expect(await findCustomerByPhone(hub.sql, customer.phone)).toEqual(customer);
    expect((await listCustomers(hub.sql, 1)).length).toBe(1);
    const open = await webSession(hub, { cart: [{ sku: 'a', quantity: 1 }] }, customer.customerId);
    const guest = await webSession(hub, {
      cart: [
        { sku: 'a', quantity: 2 },
        { sku: 'b', quantity: 1 },
      ],
    });
    expect(await openSessionOfCustomer(hub.sql, customer.customerId)).toBe(open.sessionId);
    const kept = await hub.transaction((transaction) => joinCustomer(transaction, guest, customer));
    expect(kept).toBe(open.sessionId);
    const session = await hub.transaction((transaction) => transaction.shop(null).sessions.find(kept));
    expect(session?.cart).toEqual([
      { sku: 'a', quantity: 2 },
      { sku: 'b', quantity: 1 },
    ]);
    const ended = await hub.transaction((transaction) =>
      transaction.shop(null).sessions.find(guest.sessionId),
    );
    expect(ended).toMatchObject({ cart: [], endedAt: new Date(it.now()).toISOString() });
    expect(await findOwner(hub.sql, kept)).toMatchObject({ customerId: customer.customerId });
  });

  test('cookies live on while they are seen; what no one comes back to is erased', async () => {
    const { hub } = it;
    const guest = await webSession(hub);
    const crawler = await webSession(hub);
    const cookie = await hub.transaction((transaction) => addWebSession(transaction, guest.sessionId));
    const unseen = await hub.transaction((transaction) => addWebSession(transaction, crawler.sessionId));
    const see = (token: string) => hub.transaction((transaction) => seeWebSession(transaction, token));
    expect(await see(cookie)).toEqual({ sessionId: guest.sessionId, prolonged: true });
    expect(await see(cookie)).toEqual({ sessionId: guest.sessionId, prolonged: false });
    it.pass(2 * 60 * minute);
    expect(await see(unseen)).toBeUndefined();
    const clean = async () => {
      await hub.transaction((transaction) => eraseOldCodes(transaction, minute));
      return eraseOldSessions(hub);
    };
    expect(await clean()).toBeGreaterThan(0);
    const find = (sessionId: string) =>
      hub.transaction((transaction) => transaction.shop(null).sessions.find(sessionId));
    expect(await find(crawler.sessionId)).toBeUndefined();
    expect(await find(guest.sessionId)).toMatchObject({ sessionId: guest.sessionId });
    await hub.transaction((transaction) => removeWebSession(transaction, cookie));
    expect(await see(cookie)).toBeUndefined();
    await clean();
    expect(await find(guest.sessionId)).toBeUndefined();
  });

  test('a message is queued once, and taken by one who sends at a time', async () => {
    const { hub } = it;
    const message = {
      messageId: v7(),
      channel: 'sms' as const,
      to: '+919800000001',
      kind: 'one-time-code' as const,
      text: 'Your code',
    };
    for (let times = 0; times < 2; times += 1) {
      await hub.transaction((transaction) => queueMessage(transaction, message));
    }
    expect(await listMessages(hub.sql, 10)).toMatchObject([{ ...message, state: 'waiting' }]);
    const claim = () => hub.transaction((transaction) => claimMessage(transaction, minute));
    const claims = await Promise.all([claim(), claim(), claim()]);
    expect(claims.filter(Boolean)).toMatchObject([{ messageId: message.messageId, attempts: 0 }]);
    it.pass(minute);
    expect(await claim()).toMatchObject({ messageId: message.messageId });
    await hub.transaction((transaction) =>
      settleMessage(transaction, message.messageId, { state: 'sent', nextAt: it.now() }),
    );
    it.pass(minute);
    expect(await claim()).toBeUndefined();
    expect(await listMessages(hub.sql, 10)).toMatchObject([{ state: 'sent' }]);
  });
});
