import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { heardOut, part, say, scan, waitForShop } from '../../src/cli/demo/at-the-kiosk.ts';
import { clearCamera, holdUp } from '../../src/cli/demo/hold-up.ts';
import type { KioskOnStage } from '../../src/cli/demo/launch-kiosk.ts';
import { ask, choose, piece, shopper, showCode, signIn } from '../../src/cli/demo/on-the-phone.ts';
import { keptSessions } from './support/databases.ts';
import { stateOf } from './support/kiosk-calls.ts';
import { openScene, type Scene } from './support/open-scene.ts';
import { pictured, scenarios } from './support/scenario.ts';
import { pageMemory, tracedWords, traces } from './support/traces.ts';
import { until } from './support/until.ts';

/** Long enough for what a test does between two touches on a busy machine; the idle time is tested with it. */
const idleMs = 10_000;
const words = {
  online: 'something for the marigold festival of my cousin Zubeida',
  kiosk: 'I like Zubeida blue',
};

let scene: Scene;
let kiosk: KioskOnStage;

const screens = () => ({ kiosk: kiosk?.page, phone: scene?.phone });
const scenario = scenarios(screens);

const openKiosk = () => scene.openKiosk({ environment: { AISLE_IDLE_MS: String(idleMs) } });

beforeAll(async () => {
  scene = await openScene();
  await pictured('parting', screens, async () => {
    await clearCamera(scene.phone, scene.cameraFile);
    kiosk = await openKiosk();
    await signIn(scene);
    await ask(scene, words.online);
    await choose(scene, piece.handle, piece.size);
    await waitForShop(kiosk.page);
  });
});
afterAll(() => scene?.close());

/** A known shopper at the kiosk, in the middle of a conversation; gives the session's id. */
async function comeIn(): Promise<string> {
  const { page } = kiosk;
  await holdUp(scene.phone, scene.cameraFile, await showCode(scene));
  await scan(page);
  const sessionId = (await stateOf(page)).session?.sessionId ?? '';
  await say(page, words.kiosk);
  await heardOut(page);
  await until(() => tracedWords(scene.kioskFolder(), [sessionId, ...Object.values(words)])).toEqual([
    sessionId,
    ...Object.values(words),
  ]);
  return sessionId;
}

const secretsOf = (sessionId: string) => [
  sessionId,
  ...Object.values(words),
  'Zubeida',
  shopper.phone,
  shopper.name,
];

describe('a shopper who walks away', () => {
  scenario('is asked, and then forgotten', async () => {
    const { page } = kiosk;
    const sessionId = await comeIn();
    await part(page, 'chat-input').fill('Zubeida was still typing');
    await part(page, 'idle-warning').waitFor();
    await part(page, 'idle-warning').click();
    expect((await stateOf(page)).session?.sessionId).toBe(sessionId);
    await part(page, 'idle-warning').waitFor();
    await waitForShop(page);
    await until(async () => (await stateOf(page)).session).toBe(null);
    await until(() => traces(scene.kioskFolder(), secretsOf(sessionId))).toEqual([]);
    const memory = await pageMemory(page);
    expect(secretsOf(sessionId).filter((secret) => memory.includes(secret))).toEqual([]);
  });

  scenario('while the hub is away is forgotten as soon as the hub has heard the rest', async () => {
    const { page } = kiosk;
    const sessionId = await comeIn();
    await scene.stopHub();
    await part(page, 'offline-banner').waitFor();
    await say(page, `${words.kiosk} and more`);
    await part(page, 'idle-warning').waitFor();
    await waitForShop(page);
    await until(() => keptSessions(scene.kioskFolder())).toEqual([]);
    await scene.restartHub();
    await until(() => traces(scene.kioskFolder(), secretsOf(sessionId)), 60_000).toEqual([]);
  });
});

describe('a kiosk that is closed in the middle of a session', () => {
  scenario('leaves nothing of the shopper in its folder', async () => {
    // Which stands there now, as coming in has found.
    const sessionId = await comeIn();
    const gone = once(kiosk.application.process(), 'exit');
    await kiosk.application.close();
    await gone;
    expect(await traces(scene.kioskFolder(), secretsOf(sessionId))).toEqual([]);
    kiosk = await openKiosk();
    await waitForShop(kiosk.page);
    expect((await stateOf(kiosk.page)).session).toBeNull();
  });
});

describe('a kiosk that dies in the middle of a session', () => {
  scenario('has forgotten the shopper when it shows its first screen again', async () => {
    const sessionId = await comeIn();
    const process = kiosk.application.process();
    const gone = once(process, 'exit');
    process.kill('SIGKILL');
    await gone;
    expect(await tracedWords(scene.kioskFolder(), [sessionId])).toEqual([sessionId]);
    kiosk = await openKiosk();
    await waitForShop(kiosk.page);
    expect((await stateOf(kiosk.page)).session).toBeNull();
    await until(() => traces(scene.kioskFolder(), secretsOf(sessionId))).toEqual([]);
  });

  scenario('a page that crashes comes back with the session', async () => {
    const sessionId = await comeIn();
    const { application } = kiosk;
    await application.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.once('did-finish-load', () => resolve());
          contents?.forcefullyCrashRenderer();
        }),
    );
    const seen = () =>
      application.evaluate(async ({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return (await contents?.executeJavaScript(
          `document.querySelector('[data-testid="home"]') &&
            aisle.call('kiosk.state', {}).then(({ value }) => value.session?.sessionId)`,
        )) as string | null | undefined;
      });
    await until(seen).toBe(sessionId);
  });
});
