import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FeedLine } from '../../../src/contracts/feed.ts';
import { handleSecrets, pickupSecrets } from '../../../src/platform/capsule/code-secrets.ts';
import { openSealedSession } from '../../../src/platform/capsule/sealed-session.ts';
import { endShownCodes, expectVisitor } from '../../../src/platform/hub-store/expected-visitors.ts';
import { createHandover, redeemHandover } from '../../../src/platform/hub-store/handovers.ts';
import { readIdentity } from '../../../src/platform/hub-store/hub-identity.ts';
import { eraseOldCodes } from '../../../src/platform/hub-store/inbox.ts';
import { createHubOperations, receiveOperations } from '../../../src/platform/hub-store/operations.ts';
import {
  createPickupCode,
  pickupLifeMs,
  shownPickupCode,
} from '../../../src/platform/hub-store/pickup-codes.ts';
import { pairDevice, placeAfter, stock, storeId, type TestDevice, webSession } from './fixtures.ts';
import { databases } from './hub-place.ts';
import { openTestHub, type TestHub } from './test-hubs.ts';

const visitorsIn = (lines: readonly FeedLine[]) =>
  lines.flatMap((line) => (line.type === 'visitor' ? [line.visitor] : []));
const removedIn = (lines: readonly FeedLine[]) =>
  lines.flatMap((line) => (line.type === 'visitor-removed' ? [line.lookupId] : []));

describe.each(databases)('visitors who are expected by a hub on %s', (kind) => {
  let it: TestHub;
  let kiosk: TestDevice;
  let sku: string;
  let sessionId: string;
  beforeAll(async () => {
    it = await openTestHub(kind);
    sku = await stock(it.hub, 'kurta', 5);
    kiosk = await pairDevice(it.hub, 'kiosk');
  });
  afterAll(() => it.close());
  beforeEach(async () => {
    const preferences = { sizes: { Kurta: 'M' }, colours: ['indigo'], budget: 500_000 };
    ({ sessionId } = await webSession(it.hub, { preferences, cart: [{ sku, quantity: 1 }] }));
  });

  /** What the page with the QR does. */
  const showCode = () =>
    it.hub.transaction(async (transaction) => {
      const { handle, expiresAt } = await createHandover(transaction, sessionId);
      await endShownCodes(transaction.sql, sessionId);
      const secrets = handleSecrets(handle);
      await expectVisitor(transaction, sessionId, { storeId, secrets, pickupCode: null, expiresAt });
      return { handle, secrets };
    });
  const change = (quantity: number) =>
    createHubOperations(it.hub).execute({ type: 'cart-line-set', sessionId, sku, quantity });
  const feed = async () => {
    const lines = await kiosk.feed();
    return { lines, from: await placeAfter(it.hub, lines) };
  };

  test('a kiosk of the shop can open what was chosen with the code alone, as it is now', async () => {
    const { secrets } = await showCode();
    const { lines, from } = await feed();
    const open = (of: readonly FeedLine[]) => {
      const row = visitorsIn(of).find(({ lookupId }) => lookupId === secrets.lookupId);
      return row && openSealedSession(row, secrets, storeId);
    };
    expect(open(lines)).toEqual({
      language: 'en',
      cart: [{ sku, quantity: 1 }],
      sizes: { Kurta: 'M' },
      colours: ['indigo'],
    });
    expect(JSON.stringify(lines)).not.toContain(sessionId);
    await change(3);
    expect(open(await kiosk.feed(from))).toMatchObject({ cart: [{ sku, quantity: 3 }] });
  });

  test('kiosks of other shops hear nothing of it', async () => {
    await showCode();
    const far = await pairDevice(it.hub, 'far', 'blr-indiranagar');
    expect(visitorsIn(await far.feed())).toEqual([]);
    expect(removedIn(await far.feed())).toEqual([]);
  });

  test('who has come, and whose code was replaced, is not expected any more', async () => {
    const old = await showCode();
    const { from } = await feed();
    const { handle, secrets } = await showCode();
    expect(removedIn(await kiosk.feed(from))).toEqual([old.secrets.lookupId]);
    const later = await feed();
    await it.hub.transaction((transaction) => redeemHandover(transaction, handle, kiosk.device.deviceId));
    expect(removedIn(await kiosk.feed(later.from))).toEqual([secrets.lookupId]);
    await change(2);
    expect(visitorsIn(await kiosk.feed()).map(({ lookupId }) => lookupId)).not.toContain(secrets.lookupId);
  });

  test('a session that is over takes its codes along', async () => {
    const { secrets } = await showCode();
    const { from } = await feed();
    await createHubOperations(it.hub).execute({ type: 'session-ended', sessionId, reason: 'shopper' });
    expect(removedIn(await kiosk.feed(from))).toEqual([secrets.lookupId]);
  });

  test('a pickup code is shown for half a day, and leads to the session once the kiosk is heard', async () => {
    const place = { sessionId, storeId };
    const shown = () => shownPickupCode(it.hub.sql, { ...place, now: it.now() });
    expect(await shown()).toBeUndefined();
    const code = await createPickupCode(it.hub, place);
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await shown()).toBe(code);

    const { hubId } = await readIdentity(it.hub.sql);
    const secrets = await pickupSecrets(code, { hubId, storeId });
    const { lines, from } = await feed();
    const row = visitorsIn(lines).find(({ lookupId }) => lookupId === secrets.lookupId);
    const opened = row && openSealedSession(row, secrets, storeId);
    if (!opened) throw new Error('The code opens no row');

    // The kiosk had no network when it took the code, and is heard an hour later.
    const alias = v7();
    const { language, ...bag } = opened;
    const { tokenId: capsule } = secrets;
    const operations = [
      kiosk.operation({ type: 'session-started', sessionId: alias, language, capsule, bag }, it.now()),
      kiosk.operation({ type: 'cart-line-set', sessionId: alias, sku, quantity: 4 }, it.now() + 60_000),
    ];
    it.pass(60 * 60_000);
    const receipt = await receiveOperations(it.hub, kiosk.device, operations, (_, error) => {
      throw error;
    });
    expect(receipt.refused).toEqual([]);
    const session = await it.hub.transaction((transaction) =>
      transaction.shop(null).sessions.find(sessionId),
    );
    expect(session?.cart).toEqual([{ sku, quantity: 4 }]);
    expect(removedIn(await kiosk.feed(from))).toContain(secrets.lookupId);
    expect(await shown()).toBeUndefined();

    await createPickupCode(it.hub, place);
    it.pass(pickupLifeMs / 2 + 1);
    expect(await shown()).toBeUndefined();
  });

  test('whose time is over is erased, and no part of a snapshot', async () => {
    await showCode();
    await createPickupCode(it.hub, { sessionId, storeId });
    expect(visitorsIn(await kiosk.feed()).length).toBeGreaterThan(0);
    it.pass(pickupLifeMs + 1);
    await it.hub.transaction((transaction) => eraseOldCodes(transaction, 60_000));
    expect(visitorsIn(await kiosk.feed())).toEqual([]);
    expect(await it.hub.sql.all('SELECT lookupId FROM visitor')).toEqual([]);
    expect(await it.hub.sql.all("SELECT key2 FROM feedEntry WHERE kind = 'visitor'")).toEqual([]);
  });
});
