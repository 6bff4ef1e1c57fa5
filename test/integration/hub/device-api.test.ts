import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StockRow } from '../../../src/contracts/feed.ts';
import { deviceApi, feedPath } from '../../../src/contracts/hub-api.ts';
import { verifyCapsule } from '../../../src/platform/capsule/capsule.ts';
import { handleSecrets } from '../../../src/platform/capsule/code-secrets.ts';
import {
  browser,
  post,
  type RunningHub,
  reservationOf,
  runHub,
  stockRows,
  storeId,
  type TestDevice,
} from './running-hub.ts';

let hub: RunningHub;
let kiosk: TestDevice;
let rows: readonly StockRow[];
/** Skus of this shop with exactly so many on hand, each used by one test only. */
const skusWith = (onHand: number) =>
  rows
    .filter((row) => row.storeId === storeId && row.onHand === onHand && row.safety === 0)
    .map((row) => row.sku);
const taken = new Set<string>();
function fresh(onHand: number): string {
  const sku = skusWith(onHand).find((one) => !taken.has(one));
  if (sku === undefined) throw new Error(`No sku with ${onHand} on hand is left`);
  taken.add(sku);
  return sku;
}
const rowOf = async (device: TestDevice, sku: string): Promise<StockRow | undefined> =>
  stockRows(await device.feed()).find((row) => row.storeId === storeId && row.sku === sku);

beforeAll(async () => {
  hub = await runHub();
  kiosk = await hub.pair('first');
  rows = stockRows(await kiosk.feed());
});
afterAll(() => hub.stop());

test('pairing wants the code, a shop that exists, and tells the devices apart', async () => {
  const wrong = await post(hub.url + deviceApi.pair.path, { pairingCode: 'guess', name: 'x' });
  expect([wrong.status, await wrong.json()]).toMatchObject([
    403,
    { failure: { reason: 'pairing-code-wrong' } },
  ]);
  const lost = await post(hub.url + deviceApi.pair.path, {
    pairingCode: 'pair-for-tests',
    name: 'x',
    storeId: 'nowhere',
  });
  expect([lost.status, await lost.json()]).toMatchObject([404, { failure: { reason: 'store-unknown' } }]);
  const other = await hub.pair('second');
  expect(other.deviceIndex).toBe(kiosk.deviceIndex + 1);
});

test('a wrong token, no token and a body that is no JSON are refused alike: clearly', async () => {
  for (const token of [undefined, 'x'.repeat(43)]) {
    const answer = await post(hub.url + deviceApi.rights.path, {}, token);
    expect([answer.status, await answer.json()]).toMatchObject([
      403,
      { failure: { reason: 'device-unknown' } },
    ]);
  }
  const answer = await fetch(hub.url + deviceApi.rights.path, {
    method: 'POST',
    headers: { authorization: `Bearer ${kiosk.token}` },
    body: '{',
  });
  expect([answer.status, await answer.json()]).toMatchObject([400, { failure: { reason: 'not-json' } }]);
});

test('the first feed is a snapshot with everything; from its cursor there is nothing more', async () => {
  const lines = await kiosk.feed();
  const first = lines[0];
  const last = lines.at(-1);
  if (first?.type !== 'begin' || last?.type !== 'checkpoint') throw new Error('not a feed');
  expect(first.mode).toBe('snapshot');
  expect(last.complete).toBe(true);
  expect(lines.filter((line) => line.type === 'product').length).toBeGreaterThanOrEqual(400);
  expect(lines.filter((line) => line.type === 'checkpoint' && !line.complete).length).toBeGreaterThan(10);
  const delta = await kiosk.feed({ epoch: first.epoch, cursor: last.cursor });
  expect(delta).toEqual([
    {
      type: 'begin',
      mode: 'delta',
      epoch: first.epoch,
      rows: 0,
      lease: { number: 1, remainingMs: expect.any(Number) },
    },
    { ...last, appliedSequence: last.appliedSequence },
  ]);
});

test('a feed that broke off goes on from its last checkpoint', async () => {
  const lines = await kiosk.feed();
  const begin = lines[0];
  const halfway = lines.findLastIndex((line) => line.type === 'checkpoint' && !line.complete);
  const checkpoint = lines[halfway];
  if (begin?.type !== 'begin' || checkpoint?.type !== 'checkpoint') throw new Error('not a feed');
  const rest = await kiosk.feed({ epoch: begin.epoch, cursor: checkpoint.cursor });
  expect(rest[0]).toMatchObject({ type: 'begin', mode: 'rest' });
  expect(rest.slice(1, -1)).toEqual(lines.slice(halfway + 1, -1));
});

test('an operation takes effect once, a gap waits, a refused one keeps its place', async () => {
  const sku = fresh(6);
  const sessionId = await kiosk.guest({ sku, quantity: 1 });
  const reservation = reservationOf(sessionId, sku, 1, hub.now());
  const hold = kiosk.operation({ type: 'reservation-made', sessionId, reservation });
  const receipts = [await kiosk.push(hold), await kiosk.push(hold)];
  expect(receipts).toEqual([
    { ok: true, value: { appliedSequence: hold.sequence, refused: [] } },
    { ok: true, value: { appliedSequence: hold.sequence, refused: [] } },
  ]);
  expect(await rowOf(kiosk, sku)).toMatchObject({ onHand: 6, reserved: 1, spent: 1 });

  const foreign = kiosk.operation({ type: 'cart-line-set', sessionId: v7(), sku, quantity: 1 });
  const next = kiosk.operation({ type: 'cart-line-set', sessionId, sku, quantity: 2 });
  expect(await kiosk.push(next)).toMatchObject({ value: { appliedSequence: hold.sequence } });
  expect(await kiosk.push(foreign, next)).toMatchObject({
    value: {
      appliedSequence: next.sequence,
      refused: [
        { operationId: foreign.operationId, failure: { kind: 'denied', reason: 'session-not-here' } },
      ],
    },
  });
});

test('two kiosks cannot both hold the last unit', async () => {
  const sku = fresh(1);
  const other = await hub.pair('rival');
  const outcomes = await Promise.all(
    [kiosk, other].map(async (device) => {
      const sessionId = await device.guest();
      const reservation = reservationOf(sessionId, sku, 1, hub.now());
      const receipt = await device.push(
        device.operation({ type: 'reservation-made', sessionId, reservation }),
      );
      return receipt.ok ? receipt.value.refused.map((one) => one.failure.reason) : ['failed'];
    }),
  );
  expect(outcomes.flat()).toEqual(['not-promisable']);
  expect(await rowOf(kiosk, sku)).toMatchObject({ onHand: 1, reserved: 1 });
});

test('rights are all or nothing, and the same request is answered the same', async () => {
  const sku = fresh(3);
  const requestId = v7();
  const asked = { requestId, sku, quantity: 2 };
  expect(await kiosk.call('rights', asked)).toEqual({ ok: true, value: { granted: 2, recalled: 0 } });
  expect(await kiosk.call('rights', asked)).toEqual({ ok: true, value: { granted: 2, recalled: 0 } });
  expect(await kiosk.call('rights', { requestId: v7(), sku, quantity: 2 })).toEqual({
    ok: true,
    value: { granted: 0, recalled: 0 },
  });
  expect(await rowOf(kiosk, sku)).toMatchObject({ granted: 2, spent: 0 });
  for (const quantity of [0, -1, 1.5]) {
    expect(await kiosk.call('rights', { requestId: v7(), sku, quantity })).toMatchObject({
      failure: { kind: 'invalid', reason: 'malformed' },
    });
  }
  expect(await kiosk.call('rights', { requestId: v7(), sku, quantity: 1e9 })).toMatchObject({
    value: { granted: 0, recalled: 0 },
  });
});

test('a quantity of -1 or 10^9 never reaches a cart', async () => {
  const sku = fresh(6);
  const sessionId = await kiosk.guest({ sku, quantity: 1 });
  for (const quantity of [-1, 1e9]) {
    const body = { type: 'cart-line-set' as const, sessionId, sku, quantity };
    const operation = { operationId: v7(), sequence: 1, at: new Date().toISOString(), body };
    expect(await kiosk.push(operation)).toMatchObject({ failure: { kind: 'invalid' } });
  }
  expect(await kiosk.call('session', { sessionId })).toMatchObject({
    value: { session: { cart: [{ sku, quantity: 1 }] } },
  });
});

test('a code for the kiosk works once, for a while, and only as it was given', async () => {
  const phone = browser(hub.url);
  const sku = fresh(6);
  await phone.post('/bag/add', { sku });
  const codeOn = async () => {
    const [, handle = '', capsule = ''] =
      /\/s\/([\w-]{22})#([\w.-]+)/.exec((await phone.get('/continue')).text) ?? [];
    return { handle, capsule };
  };
  const { handle, capsule } = await codeOn();
  const opened = await verifyCapsule(capsule, { keys: kiosk.capsuleKeys, storeId, now: hub.now() });
  expect(opened).toMatchObject({
    value: {
      language: 'en',
      lines: [{ number: expect.any(Number), quantity: 1 }],
      tokenId: handleSecrets(handle).tokenId,
    },
  });
  const other = await hub.pair('thief');
  expect(
    await kiosk.call('redeem', { handle: `${handle.slice(0, 21)}${handle.endsWith('A') ? 'B' : 'A'}` }),
  ).toMatchObject({
    failure: { kind: 'not-found', reason: 'code-unknown' },
  });
  expect(await kiosk.call('redeem', { handle: 'short' })).toMatchObject({ failure: { kind: 'invalid' } });
  expect((await phone.get(`/s/${handle}`)).status).toBe(200);
  expect(await kiosk.call('redeem', { handle })).toMatchObject({
    ok: true,
    value: { session: { trust: 'restored', customer: null, cart: [{ sku, quantity: 1 }] }, payment: null },
  });
  expect(await other.call('redeem', { handle })).toMatchObject({
    failure: { kind: 'conflict', reason: 'code-used' },
  });
  const late = await codeOn();
  hub.pass(16 * 60_000);
  expect(await kiosk.call('redeem', { handle: late.handle })).toMatchObject({
    failure: { kind: 'conflict', reason: 'code-expired' },
  });
});

test('a known and an unknown number cannot be told apart, and five wrong codes are enough', async () => {
  const ask = async (phone: string) => {
    const began = performance.now();
    const answer = await kiosk.call('requestCode', { phone });
    if (!answer.ok) throw new Error(answer.failure.message);
    return { took: performance.now() - began, shape: Object.keys(answer.value), ...answer.value };
  };
  const known = await ask('+919000000101');
  const unknown = await ask('+919111111111');
  expect(unknown.shape).toEqual(known.shape);
  // The quickest of several: the slower ones tell of the machine, not of the number.
  const quickest = async (phones: readonly string[]) => {
    let best = Number.POSITIVE_INFINITY;
    for (const phone of phones) best = Math.min(best, (await ask(phone)).took);
    return best;
  };
  const [ofCustomers, ofStrangers] = [
    await quickest(['+919000000104', '+919000000105', '+919000000106', '+919000000107']),
    await quickest(['+919111111114', '+919111111115', '+919111111116', '+919111111117']),
  ];
  expect(Math.abs(ofCustomers - ofStrangers)).toBeLessThan(25);
  for (const { requestId } of [known, unknown]) {
    const reasons: (string | undefined)[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const answer = await kiosk.call('verifyCode', { requestId, code: '000000' });
      reasons.push(answer.ok ? 'right' : answer.failure.reason);
    }
    expect(reasons).toEqual([
      'code-wrong',
      'code-wrong',
      'code-wrong',
      'code-wrong',
      'code-wrong',
      'code-locked',
    ]);
  }
});

test('the right code opens the customer, once, and on the device that asked', async () => {
  const asked = await kiosk.call('requestCode', { phone: '+919000000102' });
  if (!asked.ok) throw new Error('no code');
  const { requestId } = asked.value;
  await new Promise((resolve) => setTimeout(resolve, 150));
  const inbox = await browser(hub.url).get('/inbox');
  const code = /<p>(\d{6}) is your/.exec(inbox.text)?.[1] ?? '';
  expect(inbox.text).not.toContain('+919000000102');
  const other = await hub.pair('elsewhere');
  expect(await other.call('verifyCode', { requestId, code })).toMatchObject({
    failure: { reason: 'code-unknown' },
  });
  expect(await kiosk.call('verifyCode', { requestId, code })).toMatchObject({
    value: { session: { customer: { initial: 'V' } } },
  });
  expect(await kiosk.call('verifyCode', { requestId, code })).toMatchObject({
    failure: { reason: 'code-used' },
  });
  const answer = JSON.stringify(await kiosk.call('verifyCode', { requestId: v7(), code }));
  expect(answer).not.toContain('Vikram');
});

test('a session that is not open on a device cannot be read there', async () => {
  const other = await hub.pair('reader');
  const sessionId = await kiosk.guest();
  expect(await other.call('session', { sessionId })).toMatchObject({
    failure: { reason: 'session-not-here' },
  });
  await kiosk.push(kiosk.operation({ type: 'session-ended', sessionId, reason: 'shopper' }));
  expect(await kiosk.call('session', { sessionId })).toMatchObject({
    failure: { reason: 'session-not-here' },
  });
});

test('a hold moves from a guest to the session that the guest turned out to be, and only by their own kiosk', async () => {
  const sku = fresh(3);
  const guest = await kiosk.guest();
  const reservation = reservationOf(guest, sku, 1, hub.now(), 'trial');
  await kiosk.push(kiosk.operation({ type: 'reservation-made', sessionId: guest, reservation }));
  const { reservationId } = reservation;
  const other = await hub.pair('neighbour');
  const stolen = await other.guest();
  const steal = {
    type: 'reservation-moved',
    sessionId: stolen,
    fromSessionId: guest,
    reservationId,
  } as const;
  expect(await other.push(other.operation(steal))).toMatchObject({
    value: { refused: [{ failure: { reason: 'session-not-here' } }] },
  });
  const phone = browser(hub.url);
  await phone.post('/bag/add', { sku });
  const [, handle = ''] = /\/s\/([\w-]{22})#/.exec((await phone.get('/continue')).text) ?? [];
  const redeemed = await kiosk.call('redeem', { handle });
  const sessionId = redeemed.ok ? redeemed.value.session.sessionId : '';
  const move = { ...steal, sessionId };
  expect(await kiosk.push(kiosk.operation(move))).toMatchObject({ value: { refused: [] } });
  expect(await kiosk.call('session', { sessionId })).toMatchObject({
    value: { reservations: [{ reservationId, state: 'requested', sessionId }] },
  });
  expect(await kiosk.call('createPayment', { paymentId: v7(), sessionId })).toMatchObject({ ok: true });
  expect(await rowOf(kiosk, sku)).toMatchObject({ reserved: 1 });
});

test('operations that are too many at once and paths that do not exist are refused', async () => {
  const sku = skusWith(6)[0] ?? '';
  const operations = Array.from({ length: 501 }, (_, index) => ({
    operationId: v7(),
    sequence: index + 1,
    at: new Date().toISOString(),
    body: { type: 'cart-line-set', sessionId: v7(), sku, quantity: 1 },
  }));
  expect(await kiosk.call('operations', { operations })).toMatchObject({ failure: { kind: 'invalid' } });
  const nowhere = await post(`${hub.url}/api/device/nothing`, {}, kiosk.token);
  expect(nowhere.status).toBe(404);
  const unpaired = await fetch(hub.url + feedPath);
  expect(unpaired.status).toBe(403);
});

// The last one: after it the hub knows that it was restored, and promises nothing until it has heard all its kiosks.
test('to a device of another past everything is told anew', async () => {
  const anew = await kiosk.feed({ epoch: v7(), cursor: '1' });
  expect(anew[0]).toMatchObject({ type: 'begin', mode: 'snapshot' });
});
