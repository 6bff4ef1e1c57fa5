import { afterAll, beforeAll, describe, expect } from 'vitest';
import { heardOut, part, say, scan, waitForShop } from '../../src/cli/demo/at-the-kiosk.ts';
import { clearCamera, holdUp } from '../../src/cli/demo/hold-up.ts';
import type { KioskOnStage } from '../../src/cli/demo/launch-kiosk.ts';
import { choose, piece, showCode } from '../../src/cli/demo/on-the-phone.ts';
import { enterAsGuest, holdNumber, leave, scanTag, textOf } from './support/at-the-shelf.ts';
import { hubFile, hubStock, kioskStock, rows, waitingOperations } from './support/databases.ts';
import { healthOf, stateOf } from './support/kiosk-calls.ts';
import { openScene, type Scene } from './support/open-scene.ts';
import { pictured, scenarios } from './support/scenario.ts';
import { until } from './support/until.ts';

const device = 'kiosk';
let scene: Scene;
let kiosk: KioskOnStage;
let storeId = '';
/** A piece of which this kiosk holds rights, and its tag. */
let own: { readonly sku: string; readonly barcode: string; readonly title: string; readonly handle: string };

const screens = () => ({ kiosk: kiosk?.page, phone: scene?.phone });
const scenario = scenarios(screens);

/** A variant that the hub granted units of, so that the kiosk may promise it by itself. */
async function ownPiece(): Promise<typeof own> {
  const [found] = await rows<typeof own>(
    hubFile(scene.hubFolder),
    `SELECT deviceGrant.sku, variant.barcode, product.handle, json_extract(product.document, '$.title') AS title
     FROM deviceGrant JOIN variant USING (sku) JOIN product ON product.id = variant.productId
     WHERE granted >= 2 AND barcode IS NOT NULL ORDER BY granted DESC, deviceGrant.sku LIMIT 1`,
  );
  if (!found) throw new Error('The hub granted this kiosk nothing.');
  return found;
}

beforeAll(async () => {
  scene = await openScene();
  await pictured('offline', screens, async () => {
    const { phone, cameraFile } = scene;
    await clearCamera(phone, cameraFile);
    kiosk = await scene.openKiosk();
    await waitForShop(kiosk.page);
    storeId = (await stateOf(kiosk.page)).store?.storeId ?? '';
    own = await ownPiece();
    await choose(scene, piece.handle, piece.size);
    await holdUp(phone, cameraFile, await showCode(scene));
    await until(() => kioskStock(scene.kioskFolder(), storeId, own.sku)).toEqual(
      await hubStock(scene.hubFolder, device, own.sku),
    );
    await scene.stopHub();
  });
});
afterAll(() => scene?.close());

describe('with the hub gone after the first sync', () => {
  scenario('the code on the phone brings the bare bag, and nothing personal', async () => {
    const { page } = kiosk;
    await scan(page);
    const { session } = await stateOf(page);
    expect(session).toMatchObject({
      trust: 'capsule',
      customer: null,
      messages: [],
      reservations: [],
      payment: null,
    });
    expect(session?.cart.lines).toMatchObject([{ sku: piece.sku, quantity: 1 }]);
    expect(await textOf(part(page, 'bag-button'))).toMatch(/1/);
    await leave(page);
  });

  scenario('a guest looks around, sees how old the stock is, and fills the bag', async () => {
    const { page } = kiosk;
    await enterAsGuest(page);
    await part(page, 'offline-banner').waitFor();
    await part(page, 'browse-all').click();
    await part(page, 'browse-total').waitFor();
    await part(page, 'product-card').click();
    await part(page, 'product').waitFor();
    await part(page, 'add-to-bag').click();
    await until(async () => (await stateOf(page)).session?.cart.pieces).toBe(1);
  });

  scenario('the agent answers from the local stock', async () => {
    const { page } = kiosk;
    await part(page, 'to-home').click();
    await say(page, `is the ${piece.title} here in ${piece.size}?`);
    await heardOut(page);
    const stock = await kioskStock(scene.kioskFolder(), storeId, piece.sku);
    await until(() => textOf(page.getByTestId('agent-message').last())).toContain(
      String((stock?.onHand ?? 0) - (stock?.reserved ?? 0)),
    );
  });

  scenario('a piece is held by the rights that are here', async () => {
    const { page } = kiosk;
    await scanTag(kiosk, own.barcode);
    await part(page, 'try-on').click();
    const number = await holdNumber(page);
    expect(number).toBeGreaterThan(0);
    expect((await healthOf(page)).sync).toMatchObject({ hub: 'unreachable' });
    expect((await healthOf(page)).sync.pendingOperations).toBeGreaterThan(0);
    await until(() => waitingOperations(scene.kioskFolder())).toBe(
      (await healthOf(page)).sync.pendingOperations,
    );
  });

  scenario('payment says that it needs the network, and keeps the bag', async () => {
    const { page } = kiosk;
    await part(page, 'reservation-home').click();
    await part(page, 'bag-button').click();
    await part(page, 'pay').click();
    const message = part(page, 'error-message');
    await message.waitFor();
    expect(await message.getAttribute('data-kind')).toBe('offline');
    await part(page, 'pay-not-now').click();
    expect((await stateOf(page)).session?.cart.pieces).toBe(1);
  });

  scenario('started anew without a hub, the kiosk still sells', async () => {
    await kiosk.application.close();
    kiosk = await scene.openKiosk();
    const { page } = kiosk;
    await waitForShop(page);
    expect((await stateOf(page)).sync.hub).toBe('unreachable');
    await enterAsGuest(page);
    await part(page, 'browse-all').click();
    await part(page, 'product-card').click();
    await part(page, 'add-to-bag').click();
    await until(async () => (await stateOf(page)).session?.cart.pieces).toBe(1);
    await leave(page);
  });

  scenario('when the hub is back it gets the hold, once, and the outbox is empty', async () => {
    const { page } = kiosk;
    const before = await hubStock(scene.hubFolder, device, own.sku);
    await scene.restartHub();
    await until(() => waitingOperations(scene.kioskFolder()), 60_000).toBe(0);
    const holds = await rows(
      hubFile(scene.hubFolder),
      'SELECT state, quantity, kind FROM reservation WHERE sku = ?',
      own.sku,
    );
    expect(holds).toEqual([{ state: 'requested', quantity: 1, kind: 'trial' }]);
    const after = await hubStock(scene.hubFolder, device, own.sku);
    expect(after).toEqual({
      ...before,
      reserved: (before?.reserved ?? 0) + 1,
      spent: (before?.spent ?? 0) + 1,
    });
    await until(() => kioskStock(scene.kioskFolder(), storeId, own.sku)).toEqual(after);
    await until(async () => (await healthOf(page)).sync.pendingOperations).toBe(0);
    await until(async () => (await stateOf(page)).sync.hub).toBe('connected');
    expect((await healthOf(page)).refusedOperations).toEqual([]);
  });
});
