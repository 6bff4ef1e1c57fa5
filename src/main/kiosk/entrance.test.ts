import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { composeDeviceShop } from '../../composition/compose-device-shop.ts';
import { openLocalStore } from '../../composition/open-local-store.ts';
import type { CapsuleKey } from '../../contracts/capsule.ts';
import type { FeedLine } from '../../contracts/feed.ts';
import { fail, type Result } from '../../contracts/result.ts';
import type { BareSession } from '../../contracts/visitor.ts';
import { must } from '../../core/testing/must.ts';
import { type Capsule, signCapsule } from '../../platform/capsule/capsule.ts';
import { handleSecrets, pickupSecrets } from '../../platform/capsule/code-secrets.ts';
import { sealSession } from '../../platform/capsule/sealed-session.ts';
import { makeSigningKey } from '../../platform/capsule/signing-key.ts';
import {
  createTestEnvironment,
  makeFeed,
  makeProduct,
  makeSession,
  makeStock,
  shop as store,
  toLines,
} from '../../platform/store/testing/samples.ts';
import type { HubClient } from '../../platform/sync/hub-client.ts';
import { createCodeOpener } from './code-opener.ts';
import { Entrance } from './entrance.ts';
import { SessionDesk } from './session-desk.ts';

const minute = 60_000;
const hubId = 'hub-1';
const handle = 'AbCdEfGhIjKlMnOpQrStUw';
const { storeId } = store;
const otherShop = { ...store, storeId: 'blr-indiranagar', name: 'Indiranagar' };
const kurta = makeProduct('kurta', ['M/Red/100', 'L/Red/100']);
const [variantM, variantL] = kurta.variants;
const skuM = variantM?.sku ?? '';
const skuL = variantL?.sku ?? '';
const signing = makeSigningKey();

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const gone = (): Result<never> => fail('offline', 'No hub', { reason: 'hub-unreachable' });

/** A kiosk on its own file; `hub` plays the hub's answers. Opened again on the same folder, it is the one after a restart. */
async function openKiosk(options: { readonly folder?: string; readonly lines?: readonly FeedLine[] } = {}) {
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), 'aisle-entrance-')));
  if (!options.folder) closing.push(() => rm(folder, { recursive: true, force: true }));
  const environment = createTestEnvironment();
  const local = must(openLocalStore(folder, environment, () => 1));
  const answers: { redeem: () => Result<unknown> } = { redeem: gone };
  const hub = {
    call: async (name: string) => (name === 'redeem' ? answers.redeem() : gone()),
    feed: async () => gone(),
    events: async () => gone(),
  } as unknown as HubClient;
  const { sync, shop } = composeDeviceShop({
    environment,
    local,
    hub,
    pace: {
      random: () => 0.5,
      sleep: (_ms, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve())),
    },
    storeId: () => storeId,
    paired: () => true,
    onSyncFailure: () => undefined,
  });
  const desk = new SessionDesk({
    shop,
    // Its work behind the shopper's back would go on after the file is closed.
    shelf: { ...local.store, wipe: async () => undefined },
    tell: () => undefined,
    storeId: () => storeId,
    idleLimitMs: 60_000,
    clocks: environment,
    handBack: async () => undefined,
    onEnd: () => undefined,
    onCrash: (error) => {
      throw error;
    },
  });
  const capsuleKeys: CapsuleKey[] = [
    {
      keyId: signing.keyId,
      publicKey: signing.publicKey,
      notBefore: new Date(environment.at - minute).toISOString(),
      notAfter: new Date(environment.at + 1000 * minute).toISOString(),
    },
  ];
  const codes = createCodeOpener({
    settings: () => ({ hubId, storeId, capsuleKeys }),
    expectedVisitor: local.store.expectedVisitor,
    variantsByNumber: local.catalogue.variantsByNumber,
    now: environment.now,
    heardAt: () => local.feed.position().syncedAt,
  });
  const entrance = new Entrance({
    shop,
    desk,
    hub,
    codes,
    now: environment.now,
    handBack: async () => undefined,
  });
  must(
    await local.feed.apply(
      toLines(
        makeFeed([
          { type: 'store', store },
          { type: 'store', store: otherShop },
          { type: 'product', product: kurta },
          { type: 'stock', row: makeStock(skuM, { granted: 2 }) },
          ...(options.lines ?? []),
        ]),
      ),
      { requested: local.feed.request().clocks },
    ),
  );
  const close = async () => {
    await desk.end('staff');
    sync.stop();
    await local.database.close();
  };
  closing.push(close);
  const stop = async () => {
    closing.splice(closing.indexOf(close), 1);
    await close();
  };
  return { folder, environment, local, shop, desk, entrance, answers, stop };
}
type TestKiosk = Awaited<ReturnType<typeof openKiosk>>;

const linkWith = async ({ environment }: TestKiosk, change: Partial<Capsule> = {}): Promise<string> => {
  const capsule: Capsule = {
    storeId,
    expiresAt: environment.at + 15 * minute,
    tokenId: handleSecrets(handle).tokenId,
    language: 'hi',
    lines: [{ number: variantM?.number ?? 0, quantity: 2 }],
    ...change,
  };
  return `https://shop.example/s/${handle}#${await signCapsule(capsule, signing)}`;
};

const chosen: BareSession = {
  language: 'es',
  cart: [{ sku: skuL, quantity: 3 }],
  sizes: { Kurta: 'L' },
  colours: ['red'],
};
const expiresAt = createTestEnvironment().at + 15 * minute;
const visitor = (secrets = handleSecrets(handle), session = chosen): FeedLine => ({
  type: 'visitor',
  visitor: sealSession(session, secrets, { storeId, expiresAt }),
});

test('without the hub a capsule brings the bare bag, once and for ever', async () => {
  const kiosk = await openKiosk();
  const link = await linkWith(kiosk);
  expect(must(await kiosk.entrance.scan(link))).toMatchObject({
    found: 'session',
    session: {
      trust: 'capsule',
      language: 'hi',
      customer: null,
      payment: null,
      preferences: { sizes: {}, colours: [] },
      cart: { lines: [{ sku: skuM, quantity: 2 }] },
    },
  });
  expect((await kiosk.local.outbox.next(10)).map(({ body }) => body)).toMatchObject([
    {
      type: 'session-started',
      capsule: handleSecrets(handle).tokenId,
      bag: { cart: [{ sku: skuM, quantity: 2 }] },
    },
  ]);
  const used = { failure: { kind: 'conflict', reason: 'code-used' } };
  expect(await kiosk.entrance.scan(link)).toMatchObject(used);
  expect(kiosk.desk.actor().ok).toBe(true);
  await kiosk.stop();
  const restarted = await openKiosk({ folder: kiosk.folder });
  expect(await restarted.entrance.scan(link)).toMatchObject(used);
  expect(restarted.desk.actor().ok).toBe(false);
});

test('the row of an expected visitor brings wishes as well, and uses the same code up', async () => {
  const kiosk = await openKiosk({ lines: [visitor()] });
  const link = await linkWith(kiosk);
  expect(must(await kiosk.entrance.scan(link))).toMatchObject({
    session: {
      trust: 'capsule',
      language: 'es',
      preferences: { sizes: { Kurta: 'L' }, colours: ['red'] },
      cart: { lines: [{ sku: skuL, quantity: 3 }] },
    },
  });
  expect(await kiosk.entrance.scan(link)).toMatchObject({ failure: { reason: 'code-used' } });
  expect(await kiosk.entrance.scan(`https://shop.example/s/${handle}`)).toMatchObject({
    failure: { reason: 'code-used' },
  });
});

test('a row opens without its capsule, not after its time, and not when the feed took it back', async () => {
  const bare = `https://shop.example/s/${handle}`;
  const early = await openKiosk({ lines: [visitor()] });
  expect(must(await early.entrance.scan(bare))).toMatchObject({ session: { language: 'es' } });
  const late = await openKiosk({ lines: [visitor()] });
  late.environment.at = expiresAt;
  expect(await late.entrance.scan(bare)).toMatchObject({ failure: { reason: 'hub-unreachable' } });
  const { lookupId } = handleSecrets(handle);
  const taken = await openKiosk({ lines: [visitor(), { type: 'visitor-removed', lookupId }] });
  expect(await taken.entrance.scan(bare)).toMatchObject({ failure: { reason: 'hub-unreachable' } });
});

test('a code for another shop of the chain is refused by that name without the hub, and works with it', async () => {
  const kiosk = await openKiosk();
  const link = await linkWith(kiosk, { storeId: otherShop.storeId });
  expect(await kiosk.entrance.scan(link)).toMatchObject({
    failure: { reason: 'code-other-shop', details: { shop: 'Indiranagar' } },
  });
  kiosk.answers.redeem = () => ({
    ok: true,
    value: {
      session: makeSession({ trust: 'restored' }),
      messages: [],
      reservations: [],
      orders: [],
      payment: null,
    },
  });
  expect(must(await kiosk.entrance.scan(link))).toMatchObject({ session: { trust: 'restored' } });
});

test('what the hub says counts more than what the capsule says, but a forged one is not even asked about', async () => {
  const kiosk = await openKiosk();
  let asked = 0;
  kiosk.answers.redeem = () => {
    asked += 1;
    return fail('conflict', 'Used', { reason: 'code-used' });
  };
  expect(await kiosk.entrance.scan(await linkWith(kiosk, { expiresAt: kiosk.environment.at }))).toMatchObject(
    { failure: { reason: 'code-used' } },
  );
  const link = await linkWith(kiosk);
  const at = link.length - 30;
  const forged = `${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`;
  expect(await kiosk.entrance.scan(forged)).toMatchObject({ failure: { reason: 'code-tampered' } });
  expect(asked).toBe(1);
});

test('a clock that was set back does not make an old code young', async () => {
  const kiosk = await openKiosk();
  const link = await linkWith(kiosk, { expiresAt: kiosk.environment.at });
  kiosk.environment.at -= 5 * minute;
  expect(await kiosk.entrance.scan(link)).toMatchObject({ failure: { reason: 'code-expired' } });
});

test('a guest who shows a code without the hub keeps bag and fitting room', async () => {
  const kiosk = await openKiosk();
  const { desk, shop, entrance } = kiosk;
  must(await desk.startGuest('en'));
  const guest = must(desk.actor());
  must(await shop.carts.setLine(guest, skuL, 1));
  const held = must(await shop.holds.reserveForTrial(guest, skuM, 1));
  const link = await linkWith(kiosk);
  expect(must(await entrance.scan(link))).toMatchObject({
    session: {
      trust: 'capsule',
      cart: {
        lines: [
          { sku: skuM, quantity: 2 },
          { sku: skuL, quantity: 1 },
        ],
      },
      reservations: [{ reservationId: held.reservationId }],
    },
  });
});

test('a pickup code opens its row; five wrong ones stop the entry for five minutes', async () => {
  const pickup = await pickupSecrets('7K2Q-M9XD', { hubId, storeId });
  const kiosk = await openKiosk({ lines: [visitor(pickup)] });
  const tries: unknown[] = [];
  for (const code of ['AAAA-AAAA', '', '7K2Q-M9XE', 'ÄÖ', '0000-0000']) {
    const opened = await kiosk.entrance.openPickup(code);
    tries.push(opened.ok ? 'opened' : opened.failure.details?.attemptsLeft);
  }
  expect(tries).toEqual([4, 3, 2, 1, 0]);
  const paused = { failure: { kind: 'denied', reason: 'too-many-tries' } };
  expect(await kiosk.entrance.openPickup('7K2Q-M9XD')).toMatchObject(paused);
  kiosk.environment.at += 5 * minute;
  expect(must(await kiosk.entrance.openPickup('7k2qm9xd'))).toMatchObject({
    trust: 'capsule',
    preferences: { colours: ['red'] },
  });
  expect(await kiosk.entrance.openPickup('7K2Q-M9XD')).toMatchObject({ failure: { reason: 'code-used' } });
}, 30_000);

test('codes that are tried at the same time are counted one by one', async () => {
  const kiosk = await openKiosk();
  const answers = await Promise.all(Array.from({ length: 8 }, () => kiosk.entrance.openPickup('AAAA-AAAA')));
  expect(answers.map((one) => !one.ok && one.failure.reason)).toEqual([
    ...Array(5).fill('pickup-wrong'),
    ...Array(3).fill('too-many-tries'),
  ]);
}, 30_000);

test('ids and times of what is used up and over leave the file', async () => {
  const kiosk = await openKiosk({ lines: [visitor()] });
  const count = () => kiosk.local.database.connection.prepare('SELECT * FROM expectedVisitor').all().length;
  await kiosk.local.store.cutLog();
  expect(count()).toBe(1);
  kiosk.environment.at = expiresAt;
  await kiosk.local.store.cutLog();
  expect(count()).toBe(0);
});
