import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { part, scan, waitForShop } from '../../src/cli/demo/at-the-kiosk.ts';
import { clearCamera, holdUp } from '../../src/cli/demo/hold-up.ts';
import { type KioskOnStage, pairingCode } from '../../src/cli/demo/launch-kiosk.ts';
import { choose, piece, readOneTimeCode, shopper, showCode } from '../../src/cli/demo/on-the-phone.ts';
import { readQrCode } from '../../src/cli/demo/screen-reader.ts';
import { signCapsule } from '../../src/platform/capsule/capsule.ts';
import { makeSigningKey } from '../../src/platform/capsule/signing-key.ts';
import { createHubClient } from '../../src/platform/sync/hub-client.ts';
import { leave, scanTag, textOf } from './support/at-the-shelf.ts';
import { phoneScreenWith } from './support/codes.ts';
import { change, hubFile, kioskFile, rows } from './support/databases.ts';
import { scanByWedge, stateOf } from './support/kiosk-calls.ts';
import { openScene, type Scene } from './support/open-scene.ts';
import { pictured, scenarios } from './support/scenario.ts';
import { until } from './support/until.ts';
import { withWebServer } from './support/web-server.ts';

let scene: Scene;
let kiosk: KioskOnStage;

const screens = () => ({ kiosk: kiosk?.page, phone: scene?.phone });
const scenario = scenarios(screens);

beforeAll(async () => {
  scene = await openScene();
  await pictured('entrance', screens, async () => {
    await clearCamera(scene.phone, scene.cameraFile);
    kiosk = await scene.openKiosk();
    await choose(scene, piece.handle, piece.size);
    await waitForShop(kiosk.page);
  });
});
afterAll(() => scene?.close());

/** Shows the camera a picture of a phone, and gives what the kiosk says to it. Ends at the first screen. */
async function refusalOf(picture: Buffer): Promise<string> {
  const { page } = kiosk;
  await holdUp(scene.phone, scene.cameraFile, picture);
  await part(page, 'attract-scan').click();
  const said = await textOf(part(page, 'error-message'));
  expect((await stateOf(page)).session).toBeNull();
  await part(page, 'back').click();
  await waitForShop(page);
  return said;
}

/** Id of a key that the kiosk trusts, as an operator would read it. */
async function pinnedKeyId(): Promise<string> {
  const { capsuleKeys } = JSON.parse(await readFile(path.join(scene.kioskFolder(), 'device.json'), 'utf8'));
  return capsuleKeys[0].keyId;
}

const linkOf = async (): Promise<string> => readQrCode(await showCode(scene));

describe('codes before the camera', () => {
  scenario('a code of another house is refused, and its host is never asked', async () => {
    await withWebServer(async (url, visits) => {
      const picture = await phoneScreenWith(scene.phone, `${url}/s/menu?table=7`);
      expect(await refusalOf(picture)).toContain('This code is not one of ours.');
      expect(visits()).toBe(0);
    });
  });

  scenario('a code whose bag was changed is refused', async () => {
    const link = await linkOf();
    const at = link.length - 20;
    const changed = `${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`;
    expect(await refusalOf(await phoneScreenWith(scene.phone, changed))).toContain('damaged or was changed');
  });

  scenario('a code that was not used in time is refused', async () => {
    const picture = await showCode(scene);
    const changed = await change(
      hubFile(scene.hubFolder),
      `UPDATE handover SET expiresAt = ?
       WHERE usedAt IS NULL AND withdrawnAt IS NULL AND handleHash NOT LIKE 'pickup %'`,
      Date.now() - 1000,
    );
    expect(changed).toBe(1);
    expect(await refusalOf(picture)).toContain('This code has run out.');
  });

  scenario('a code signed by whoever has no key of the hub is refused', async () => {
    const capsule = await signCapsule(
      {
        storeId: (await stateOf(kiosk.page)).store?.storeId ?? '',
        expiresAt: Date.now() + 60_000,
        tokenId: 'overover',
        language: 'en',
        lines: [{ number: 1, quantity: 1 }],
      },
      { ...makeSigningKey(), keyId: await pinnedKeyId() },
    );
    const link = `${scene.hubUrl}/s/${'x'.repeat(22)}#${capsule}`;
    expect(await refusalOf(await phoneScreenWith(scene.phone, link))).toContain('damaged or was changed');
  });

  scenario('a code that another kiosk has used is refused', async () => {
    const picture = await showCode(scene);
    const handle = /\/s\/([\w-]{22})/.exec(await readQrCode(picture))?.[1] ?? '';
    let token: string | null = null;
    const other = createHubClient({ baseUrl: () => scene.hubUrl, token: () => token });
    const paired = await other.call('pair', { pairingCode, name: 'other' });
    token = paired.ok ? paired.value.deviceToken : null;
    expect(await other.call('redeem', { handle })).toMatchObject({ ok: true });
    expect(await refusalOf(picture)).toContain('This code was used already.');
  });

  scenario('a good code opens the session, and is good only once', async () => {
    const { page } = kiosk;
    const picture = await showCode(scene);
    await holdUp(scene.phone, scene.cameraFile, picture);
    await scan(page);
    expect((await stateOf(page)).session).toMatchObject({
      trust: 'restored',
      cart: { lines: [{ sku: piece.sku }] },
    });
    await leave(page);
    // The same kiosk gets the same answer for 20 seconds, in case that its first one was lost.
    await change(
      hubFile(scene.hubFolder),
      'UPDATE handover SET usedAt = usedAt - 60000 WHERE usedAt IS NOT NULL',
    );
    expect(await refusalOf(picture)).toContain('This code was used already.');
  });

  scenario('a code that cannot be read brings advice, and other ways in', async () => {
    const { page } = kiosk;
    const blurred = await phoneScreenWith(
      scene.phone,
      await linkOf(),
      'filter:blur(7px);clip-path:inset(0 45% 0 0)',
    );
    await holdUp(scene.phone, scene.cameraFile, blurred);
    await part(page, 'attract-scan').click();
    await page.locator('[data-testid="scan-view"][data-camera="looking"]').waitFor();
    await part(page, 'scan-tips').waitFor({ timeout: 40_000 });
    expect(await page.getByTestId('error-message').count()).toBe(0);
    await part(page, 'scan-phone').click();
    await part(page, 'phone-entry').waitFor();
    await part(page, 'back').click();
    await waitForShop(page);
  });
});

describe('a keyboard-wedge scanner', () => {
  scenario('reads the code on the phone', async () => {
    const { page } = kiosk;
    await scanByWedge(kiosk, await linkOf());
    await part(page, 'home').waitFor();
    expect((await stateOf(page)).session?.cart.lines).toMatchObject([{ sku: piece.sku }]);
    await leave(page);
  });

  scenario('reads a price tag', async () => {
    const { page } = kiosk;
    const [tag] = await rows<{ barcode: string }>(
      kioskFile(scene.kioskFolder()),
      'SELECT barcode FROM variant WHERE sku = ?',
      piece.sku,
    );
    await scanTag(kiosk, tag?.barcode ?? '');
    // The screen opens before the shop has answered.
    await until(async () => (await textOf(part(page, 'product'))).toLowerCase()).toContain(piece.title);
    await leave(page);
  });
});

const digitsOf = (phone: string) => phone.replace('+91', '');

async function typeDigits(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await part(page, `digit-${digit}`).click();
}

/** From the number's screen to the code's; gives all that it says, without the seconds left. */
async function askForCode(page: Page, phone: string): Promise<string> {
  await typeDigits(page, digitsOf(phone));
  await part(page, 'phone-send').click();
  await part(page, 'code-entry').waitFor();
  return withoutClock(page);
}

const withoutClock = async (page: Page): Promise<string> =>
  (await textOf(part(page, 'phone'))).replace(/\d+:\d\d/g, '0:00');

/** Types a code and gives what the screen says to it. */
async function tryCode(page: Page, code: string): Promise<string> {
  await typeDigits(page, code);
  await part(page, 'error-message').waitFor();
  return withoutClock(page);
}

const wrong = (code: string): string => (code === '000000' ? '111111' : '000000');

describe('a phone number', () => {
  scenario('an unknown one looks as a known one, until and after wrong codes', async () => {
    const { page } = kiosk;
    await part(page, 'attract-phone').click();
    const known = [await askForCode(page, shopper.phone)];
    const sent = await readOneTimeCode(scene);
    known.push(await tryCode(page, wrong(sent)), await tryCode(page, wrong(sent)));
    await part(page, 'code-other').click();
    const unknown = [await askForCode(page, '+919876540101')];
    unknown.push(await tryCode(page, '000000'), await tryCode(page, '000000'));
    expect(unknown).toEqual(known);
    expect(known[1]).toContain('That is not the right code.');
    expect(known[1]).not.toEqual(known[2]);
    await part(page, 'back').click();
    await waitForShop(page);
  });

  scenario('five wrong codes lock it, even for the right one', async () => {
    const { page } = kiosk;
    await part(page, 'attract-phone').click();
    await askForCode(page, shopper.phone);
    const code = await readOneTimeCode(scene);
    const said: string[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) said.push(await tryCode(page, wrong(code)));
    expect(said.map((text) => /(\d) tr(?:y|ies) left/.exec(text)?.[1])).toEqual(['4', '3', '2', '1', '0']);
    expect(await tryCode(page, code)).toContain('too often in a short time');
    expect((await stateOf(page)).session).toBeNull();
    await part(page, 'code-other').click();
  });

  scenario('the right code opens the session', async () => {
    const { page } = kiosk;
    await askForCode(page, shopper.phone);
    await typeDigits(page, await readOneTimeCode(scene));
    await part(page, 'home').waitFor();
    const { session } = await stateOf(page);
    expect(session).toMatchObject({ trust: 'restored', customer: { initial: 'A' } });
    await leave(page);
    await until(async () => (await stateOf(page)).session).toBe(null);
  });
});
