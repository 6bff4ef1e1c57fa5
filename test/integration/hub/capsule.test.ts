import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLocalStore } from '../../../src/composition/open-local-store.ts';
import { systemEnvironment } from '../../../src/composition/system-environment.ts';
import { createCodeOpener } from '../../../src/main/kiosk/code-opener.ts';
import { verifyCapsule } from '../../../src/platform/capsule/capsule.ts';
import { handleSecrets } from '../../../src/platform/capsule/code-secrets.ts';
import {
  browser,
  eventLike,
  type RunningHub,
  reservationOf,
  runHub,
  stockRows,
  storeId,
  type TestDevice,
} from './running-hub.ts';

let hub: RunningHub;
let kiosk: TestDevice;
let skus: readonly string[];

beforeAll(async () => {
  hub = await runHub();
  kiosk = await hub.pair('kiosk');
  skus = stockRows(await kiosk.feed())
    .filter((row) => row.storeId === storeId && row.onHand === 6 && row.safety === 0)
    .map((row) => row.sku);
});
afterAll(() => hub.stop());

/** A phone with a piece in its bag, and the code that it shows. */
async function phoneWith(sku: string) {
  const phone = browser(hub.url);
  await phone.post('/bag/add', { sku });
  const show = async () => {
    const [, handle = '', capsule = ''] =
      /\/s\/([\w-]{22})#([\w.-]+)/.exec((await phone.get('/continue')).text) ?? [];
    return { handle, capsule };
  };
  const pieces = async (): Promise<number> => JSON.parse((await phone.get('/bag/summary')).text).pieces;
  return { ...phone, show, pieces };
}

/** What a kiosk without the hub does with a code, to be sent later. */
function openOffline(device: TestDevice, { handle }: { readonly handle: string }, sku: string) {
  const sessionId = v7();
  const bag = { cart: [{ sku, quantity: 1 }], sizes: {}, colours: [] };
  const { tokenId: capsule } = handleSecrets(handle);
  return {
    sessionId,
    started: device.operation({ type: 'session-started', sessionId, language: 'en', capsule, bag }),
    set: (quantity: number) => device.operation({ type: 'cart-line-set', sessionId, sku, quantity }),
  };
}

test('the code of a phone is for the shop that its session looks at', async () => {
  const [sku = ''] = skus;
  const phone = await phoneWith(sku);
  const opened = async () =>
    verifyCapsule((await phone.show()).capsule, { keys: kiosk.capsuleKeys, storeId, now: hub.now() });
  expect(await opened()).toMatchObject({ ok: true, value: { storeId, lines: [{ quantity: 1 }] } });
  await phone.post('/shops', { storeId: 'blr-indiranagar' });
  expect(await opened()).toMatchObject({
    failure: { reason: 'code-other-shop', details: { storeId: 'blr-indiranagar' } },
  });
});

test('a kiosk that is heard again reads the real session by its own name, pays for it, and hears of it', async () => {
  const [, sku = ''] = skus;
  const phone = await phoneWith(sku);
  const at = openOffline(kiosk, await phone.show(), sku);
  const { sessionId } = at;
  expect(await kiosk.call('session', { sessionId })).toMatchObject({
    failure: { reason: 'session-not-here' },
  });
  const reservation = reservationOf(sessionId, sku, 2, hub.now());
  expect(
    await kiosk.push(
      at.started,
      at.set(2),
      kiosk.operation({ type: 'reservation-made', sessionId, reservation }),
    ),
  ).toMatchObject({ value: { refused: [] } });
  expect(await phone.pieces()).toBe(2);
  expect(await kiosk.call('session', { sessionId })).toMatchObject({
    value: {
      session: { sessionId, trust: 'restored', cart: [{ sku, quantity: 2 }] },
      reservations: [{ sessionId, reservationId: reservation.reservationId }],
    },
  });

  const paymentId = v7();
  expect(await kiosk.call('createPayment', { paymentId, sessionId })).toMatchObject({
    value: { paymentId, sessionId, state: 'open', pieces: 2 },
  });
  expect(await kiosk.call('session', { sessionId })).toMatchObject({ value: { payment: { sessionId } } });
  await eventLike(hub.url, kiosk, { type: 'session-changed', sessionId }, () =>
    phone.post('/bag/add', { sku }),
  );
  expect(await kiosk.call('readPayment', { paymentId })).toMatchObject({
    value: { sessionId, state: 'cancelled' },
  });

  await kiosk.push(kiosk.operation({ type: 'session-ended', sessionId, reason: 'shopper' }));
  expect(await kiosk.call('session', { sessionId })).toMatchObject({
    failure: { reason: 'session-not-here' },
  });
  expect(await phone.pieces()).toBe(3);
});

test('a second use of a code adds to the bag, and shows nothing and pays nothing', async () => {
  const [, , sku = ''] = skus;
  const phone = await phoneWith(sku);
  const code = await phone.show();
  const other = await hub.pair('other');
  const [first, second] = [openOffline(kiosk, code, sku), openOffline(other, code, sku)];
  await kiosk.push(first.started);
  expect(await other.push(second.started, second.set(4))).toMatchObject({ value: { refused: [] } });
  expect(await phone.pieces()).toBe(4);
  const { sessionId } = second;
  for (const answer of [
    await other.call('session', { sessionId }),
    await other.call('session', { sessionId: first.sessionId }),
    await other.call('createPayment', { paymentId: v7(), sessionId }),
    await other.call('redeem', { handle: code.handle }),
  ]) {
    expect(answer).toMatchObject({ ok: false, failure: { kind: expect.stringMatching(/denied|conflict/) } });
  }
});

test('a code that leads nowhere makes a guest of whoever stands there', async () => {
  const [, , , sku = ''] = skus;
  const at = openOffline(kiosk, { handle: 'AbCdEfGhIjKlMnOpQrStUw' }, sku);
  await kiosk.push(at.started, at.set(2));
  const { sessionId } = at;
  expect(await kiosk.call('session', { sessionId })).toMatchObject({
    value: { session: { sessionId, trust: 'guest', cart: [{ sku, quantity: 2 }] } },
  });
});

test('the pickup code on the phone opens the bag at a kiosk that heard the hub before, and works once', async () => {
  const [, , , , sku = ''] = skus;
  const phone = await phoneWith(sku);
  const shown = async () =>
    /data-pickup="?[^>]*>([0-9A-Z-]{9})</.exec((await phone.get('/continue')).text)?.[1];
  const typed = await shown();
  expect(typed).toBeDefined();
  expect(await shown()).toBe(typed);

  const folder = mkdtempSync(path.join(tmpdir(), 'aisle-pickup-'));
  const opened = openLocalStore(folder, systemEnvironment, () => kiosk.deviceIndex);
  if (!opened.ok) throw new Error(opened.failure.message);
  const { store, feed, database, catalogue } = opened.value;
  const { clocks: requested } = feed.request();
  const heard = (await kiosk.feed()).map((line) => JSON.stringify(line));
  await feed.apply(
    (async function* lines() {
      yield* heard;
    })(),
    { requested },
  );
  const opener = createCodeOpener({
    settings: () => ({ hubId: kiosk.hubId, storeId, capsuleKeys: kiosk.capsuleKeys }),
    expectedVisitor: store.expectedVisitor,
    variantsByNumber: catalogue.variantsByNumber,
    now: hub.now,
    heardAt: () => hub.now(),
  });
  const code = await opener.byPickupCode((typed ?? '').toLowerCase().replace('-', ' '));
  expect(code?.session).toMatchObject({ cart: [{ sku, quantity: 1 }] });
  await database.close();
  rmSync(folder, { recursive: true, force: true });
  if (!code) throw new Error('The code opens nothing');

  const sessionId = v7();
  const { tokenId: capsule, session } = code;
  const { language, ...bag } = session;
  const sent = await kiosk.push(
    kiosk.operation({ type: 'session-started', sessionId, language, capsule, bag }),
    kiosk.operation({ type: 'cart-line-set', sessionId, sku, quantity: 3 }),
  );
  expect(sent).toMatchObject({ value: { refused: [] } });
  expect(await phone.pieces()).toBe(3);
  expect(await kiosk.call('session', { sessionId })).toMatchObject({
    value: { session: { sessionId, trust: 'restored' } },
  });
  expect(await shown()).not.toBe(typed);
});
