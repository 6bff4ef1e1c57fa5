import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { heardOut, part, say, waitForShop } from '../../src/cli/demo/at-the-kiosk.ts';
import { clearCamera } from '../../src/cli/demo/hold-up.ts';
import type { KioskOnStage } from '../../src/cli/demo/launch-kiosk.ts';
import { pay, piece } from '../../src/cli/demo/on-the-phone.ts';
import { readQrCodeFrom } from '../../src/cli/demo/screen-reader.ts';
import { enterAsGuest, holdNumber, leave, scanTag, textOf } from './support/at-the-shelf.ts';
import { hubFile, hubStock, keptSessions, kioskStock, rows, waitingOperations } from './support/databases.ts';
import { stateOf } from './support/kiosk-calls.ts';
import { openScene, type Scene } from './support/open-scene.ts';
import { pictured, scenarios } from './support/scenario.ts';
import { until } from './support/until.ts';

let scene: Scene;
let kiosk: KioskOnStage;
let other: KioskOnStage;

const screens = () => ({ kiosk: kiosk?.page, other: other?.page, phone: scene?.phone });
const scenario = scenarios(screens);

beforeAll(async () => {
  scene = await openScene();
  await pictured('till', screens, async () => {
    await clearCamera(scene.phone, scene.cameraFile);
    kiosk = await scene.openKiosk();
    other = await scene.openKiosk({ name: 'other' });
    await waitForShop(kiosk.page);
    await waitForShop(other.page);
  });
});
afterAll(() => scene?.close());

const pieces = async (page: Page): Promise<number | undefined> => (await stateOf(page)).session?.cart.pieces;

const setLine = (page: Page, sku: string, quantity: number) =>
  page.evaluate((line) => window.aisle.call('cart.set-line', line), { sku, quantity });

async function barcodeOf(sku: string): Promise<string> {
  const [variant] = await rows<{ barcode: string }>(
    hubFile(scene.hubFolder),
    'SELECT barcode FROM variant WHERE sku = ?',
    sku,
  );
  return variant?.barcode ?? '';
}

describe('a bag', () => {
  scenario('that is empty cannot be paid', async () => {
    const { page } = kiosk;
    await enterAsGuest(page);
    await part(page, 'bag-button').click();
    await part(page, 'bag-empty').waitFor();
    expect(await page.getByTestId('pay').count()).toBe(0);
    const answer = await page.evaluate(() => window.aisle.call('payment.create', {}));
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
    expect(await rows(hubFile(scene.hubFolder), 'SELECT paymentId FROM payment')).toEqual([]);
    await part(page, 'back').click();
  });

  scenario('takes no quantity of −1, 10⁹ or a half, and 0 empties a line', async () => {
    const { page } = kiosk;
    expect(await setLine(page, piece.sku, 1)).toMatchObject({ ok: true, value: { pieces: 1 } });
    for (const quantity of [-1, 1e9, 0.5, Number.NaN]) {
      expect(await setLine(page, piece.sku, quantity)).toMatchObject({
        ok: false,
        failure: { kind: 'invalid' },
      });
      expect(await pieces(page)).toBe(1);
    }
    expect(await setLine(page, 'NO-SUCH-SKU', 1)).toMatchObject({
      ok: false,
      failure: { kind: 'not-found' },
    });
    expect(await setLine(page, piece.sku, 0)).toMatchObject({ ok: true, value: { pieces: 0 } });
  });

  scenario('takes no size that does not exist', async () => {
    const { page } = kiosk;
    expect(await setLine(page, `${piece.sku}XXXX`, 1)).toMatchObject({ ok: false });
    await say(page, `add the ${piece.title} in size XXXXL`);
    await heardOut(page);
    await until(() => textOf(page.getByTestId('agent-message').last())).toContain('XS, S, M, L or XL');
    expect(await page.getByTestId('confirm-yes').count()).toBe(0);
    expect(await pieces(page)).toBe(0);
    await leave(page);
  });
});

describe('the hub goes away in the middle of a payment', () => {
  scenario('the screen says so and keeps trying; paid when the hub is back, it turns to Paid', async () => {
    const { page } = kiosk;
    await scanTag(kiosk, await barcodeOf(piece.sku));
    await part(page, 'add-to-bag').click();
    await until(() => pieces(page)).toBe(1);
    await part(page, 'bag-button').click();
    await part(page, 'pay').click();
    await part(page, 'payment-qr').waitFor();
    const link = await readQrCodeFrom(page);
    await scene.stopHub();
    await part(page, 'payment-silent').waitFor();
    expect(await page.getByTestId('payment-paid').count()).toBe(0);

    await scene.restartHub();
    await part(page, 'payment-silent').waitFor({ state: 'hidden' });
    await pay(scene.phone, link);
    await part(page, 'payment-paid').waitFor();
    const [order] = await rows<{ number: string }>(
      hubFile(scene.hubFolder),
      'SELECT number FROM placedOrder ORDER BY placedAt DESC LIMIT 1',
    );
    expect(await textOf(part(page, 'order-number'))).toContain(order?.number);
    await leavePaid(page);
  });

  scenario('paid while the hub is away is not lost: the link waits for the next try', async () => {
    const { page } = kiosk;
    await scanTag(kiosk, await barcodeOf(piece.sku));
    await part(page, 'add-to-bag').click();
    await until(() => pieces(page)).toBe(1);
    await part(page, 'bag-button').click();
    await part(page, 'pay').click();
    await part(page, 'payment-qr').waitFor();
    const link = await readQrCodeFrom(page);
    await scene.phone.goto(link);
    await scene.stopHub();
    await scene.phone
      .locator('form[action$="/pay"] button[type="submit"]')
      .click()
      .catch(() => undefined);
    await part(page, 'payment-silent').waitFor();
    await scene.restartHub();
    await pay(scene.phone, link);
    await part(page, 'payment-paid').waitFor();
    const paid = await rows(
      hubFile(scene.hubFolder),
      `SELECT paymentId FROM payment WHERE state = 'paid' AND json_extract(document, '$.url') = ?`,
      link,
    );
    expect(paid).toHaveLength(1);
    await leavePaid(page);
  });
});

async function leavePaid(page: Page): Promise<void> {
  await part(page, 'paid-done').click();
  await part(page, 'thanks-done').click();
  await waitForShop(page);
}

describe('two kiosks and the last unit', () => {
  scenario('exactly one gets it, and the other says that there are none left', async () => {
    const storeId = (await stateOf(kiosk.page)).store?.storeId ?? '';
    const [last] = await rows<{ sku: string; barcode: string }>(
      hubFile(scene.hubFolder),
      `SELECT sku, barcode FROM stock JOIN variant USING (sku)
       WHERE storeId = ? AND onHand - reserved - safety = 1 AND barcode IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM deviceGrant WHERE deviceGrant.sku = stock.sku) LIMIT 1`,
      storeId,
    );
    const { sku = '', barcode = '' } = last ?? {};
    const pages = [kiosk.page, other.page];
    for (const each of [kiosk, other]) await scanTag(each, barcode);
    for (const page of pages) await part(page, 'stock-panel').filter({ hasText: 'The last one' }).waitFor();
    await Promise.all(pages.map((page) => part(page, 'try-on').dispatchEvent('click')));
    const outcomes = await Promise.all(
      pages.map(async (page) => {
        const held = part(page, 'reservation-number');
        // On a busy machine the other's hold may be known here before the tap.
        const gone = part(page, 'error-message').or(
          part(page, 'stock-panel').filter({ hasText: 'None here' }),
        );
        await held.or(gone).first().waitFor();
        return (await held.isVisible()) ? (await holdNumber(page)) > 0 : textOf(gone.first());
      }),
    );
    expect(outcomes).toContain(true);
    expect(outcomes).toContainEqual(expect.stringMatching(/There are not that many left here\.|None here/));

    for (const name of ['kiosk', 'other'])
      await until(() => waitingOperations(scene.kioskFolder(name))).toBe(0);
    const holds = await rows(
      hubFile(scene.hubFolder),
      'SELECT state, quantity FROM reservation WHERE sku = ?',
      sku,
    );
    expect(holds).toEqual([{ state: 'requested', quantity: 1 }]);
    for (const name of ['kiosk', 'other']) {
      const atHub = await hubStock(scene.hubFolder, name, sku);
      expect(atHub).toMatchObject({ onHand: 1, reserved: 1 });
      await until(() => kioskStock(scene.kioskFolder(name), storeId, sku)).toEqual(atHub);
    }
    for (const page of pages) {
      await part(page, 'to-home').click();
      await leave(page);
    }
    await until(() => keptSessions(scene.kioskFolder('other'))).toEqual([]);
  });
});
