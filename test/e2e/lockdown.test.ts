import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { waitForShop } from '../../src/cli/demo/at-the-kiosk.ts';
import { clearCamera } from '../../src/cli/demo/hold-up.ts';
import type { KioskOnStage } from '../../src/cli/demo/launch-kiosk.ts';
import { kioskArguments } from '../../src/cli/start/kiosk-process.ts';
import { electronRuntime } from '../../tools/electron-path.mjs';
import { stateOf } from './support/kiosk-calls.ts';
import { openScene, type Scene } from './support/open-scene.ts';
import { pictured, scenarios } from './support/scenario.ts';
import { withWebServer } from './support/web-server.ts';

let scene: Scene;
let kiosk: KioskOnStage;

const screens = () => ({ kiosk: kiosk?.page });
const scenario = scenarios(screens);

beforeAll(async () => {
  scene = await openScene();
  await pictured('lockdown', screens, async () => {
    await clearCamera(scene.phone, scene.cameraFile);
    kiosk = await scene.openKiosk({ fullScreen: true });
    await waitForShop(kiosk.page);
  });
});
afterAll(() => scene?.close());

describe('the window', () => {
  scenario('fills the screen without a way out, in sandbox and isolation', async () => {
    const window = await kiosk.application.evaluate(({ BrowserWindow }) => {
      const windows = BrowserWindow.getAllWindows().map((each) => {
        // Documented for debugging only, and so not in Electron's types.
        const contents = each.webContents as unknown as {
          getLastWebPreferences(): Record<string, unknown>;
        };
        const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
          contents.getLastWebPreferences();
        return {
          kiosk: each.isKiosk(),
          menu: each.isMenuBarVisible(),
          preferences: { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag },
        };
      });
      return windows.length === 1 ? windows[0] : undefined;
    });
    expect(window).toMatchObject({
      kiosk: true,
      menu: false,
      preferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false },
    });
    expect(window?.preferences.webSecurity).not.toBe(false);
  });

  scenario('has nothing of Node in its page, and a bridge of two functions', async () => {
    const page = await kiosk.page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer', '__dirname'].filter(
        (name) => name in globalThis,
      ),
      bridge: Object.keys(window.aisle).sort(),
      origin: location.origin,
    }));
    expect(page).toEqual({ node: [], bridge: ['call', 'on'], origin: 'aisle://kiosk' });
  });

  scenario('goes nowhere: no address, link, form or new window leads out', async () => {
    await withWebServer(async (url, visits) => {
      const { page, application } = kiosk;
      const prevented = application.evaluate(
        ({ BrowserWindow }) =>
          new Promise<boolean>((resolve) => {
            const contents = BrowserWindow.getAllWindows()[0]?.webContents;
            contents?.once('will-navigate', (event) => setImmediate(() => resolve(event.defaultPrevented)));
          }),
      );
      // Calls are answered in their order: now the listener is there.
      await application.evaluate(() => undefined);
      await page.evaluate((address) => {
        location.href = address;
      }, url);
      expect(await prevented).toBe(true);
      const opened = await page.evaluate((address) => {
        const link = document.createElement('a');
        link.href = address;
        link.target = '_blank';
        document.body.append(link);
        link.click();
        link.remove();
        const form = document.createElement('form');
        form.action = address;
        document.body.append(form);
        form.submit();
        form.remove();
        return window.open(address) === null && window.open('about:blank') === null;
      }, url);
      expect(opened).toBe(true);
      expect((await stateOf(page)).store).not.toBeNull();
      expect(page.url()).toMatch(/^aisle:\/\/kiosk\//);
      expect(await application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
      expect(visits()).toBe(0);
    });
  });

  scenario('has a policy that keeps scripts, frames and hosts of others out', async () => {
    await withWebServer(async (url, visits) => {
      const seen = await kiosk.page.evaluate(async (address) => {
        const violations: string[] = [];
        document.addEventListener('securitypolicyviolation', (event) =>
          violations.push(event.effectiveDirective),
        );
        const script = document.createElement('script');
        script.textContent = 'globalThis.intruder = true';
        const remote = document.createElement('script');
        remote.src = `${address}/x.js`;
        const frame = document.createElement('iframe');
        frame.src = address;
        const image = new Image();
        image.src = `${address}/x.png`;
        document.body.append(script, remote, frame, image);
        const fetched = await fetch(address).then(
          () => true,
          () => false,
        );
        while (new Set(violations).size < 4) await new Promise((resolve) => setTimeout(resolve, 20));
        for (const element of [script, remote, frame, image]) element.remove();
        const own = await fetch(location.href);
        return {
          violations: [...new Set(violations)].sort(),
          fetched,
          intruder: 'intruder' in globalThis,
          policy: own.headers.get('content-security-policy'),
        };
      }, url);
      expect(seen).toMatchObject({
        violations: ['connect-src', 'frame-src', 'img-src', 'script-src-elem'],
        fetched: false,
        intruder: false,
      });
      expect(seen.policy).toContain("default-src 'none'");
      expect(seen.policy).not.toContain("'unsafe-eval'");
      expect(visits()).toBe(0);
    });
  });

  scenario('may use the camera, and nothing else', async () => {
    const allowed = await kiosk.page.evaluate(async () => {
      const attempt = (work: Promise<unknown>) =>
        work.then(
          () => 'allowed',
          (error: unknown) => (error instanceof DOMException ? error.name : 'refused'),
        );
      const camera = navigator.mediaDevices.getUserMedia({ video: true }).then((stream) => {
        for (const track of stream.getTracks()) track.stop();
      });
      const position = new Promise((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(resolve, (error) =>
          reject(new DOMException('', error.code === 1 ? 'NotAllowedError' : 'Other')),
        ),
      );
      return {
        camera: await attempt(camera),
        microphone: await attempt(navigator.mediaDevices.getUserMedia({ audio: true })),
        both: await attempt(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
        screen: await attempt(navigator.mediaDevices.getDisplayMedia()),
        position: await attempt(position),
        clipboard: await attempt(navigator.clipboard.readText()),
        notification: await Notification.requestPermission(),
      };
    });
    expect(allowed).toMatchObject({ camera: 'allowed', notification: 'denied' });
    const { camera: _camera, notification: _notification, ...others } = allowed;
    expect(Object.values(others)).not.toContain('allowed');
    expect(allowed.microphone).toBe('NotAllowedError');
    expect(allowed.position).toBe('NotAllowedError');
  });
});

describe('calls from the page', () => {
  scenario('of another name, or with a request that does not fit, get nowhere', async () => {
    const answers = await kiosk.page.evaluate(async () => {
      const call = window.aisle.call as (name: string, request: unknown) => Promise<unknown>;
      const refusal = (name: string) => {
        try {
          return call(name, {}).then(() => 'answered', String);
        } catch (error) {
          return String(error);
        }
      };
      return {
        unknown: await refusal('shell.open'),
        inherited: await refusal('toString'),
        wrong: await call('session.scan', { text: 7 }),
        missing: await call('agent.say', undefined),
        long: await call('session.scan', { text: 'x'.repeat(5000) }),
      };
    });
    expect(answers).toMatchObject({
      unknown: expect.stringContaining('Unknown call'),
      inherited: expect.stringContaining('Unknown call'),
      wrong: { ok: false, failure: { kind: 'invalid' } },
      missing: { ok: false, failure: { kind: 'invalid' } },
      long: { ok: false, failure: { kind: 'invalid' } },
    });
  });

  scenario('from any other frame are denied', async () => {
    const answers = await kiosk.application.evaluate(async ({ app, BrowserWindow }) => {
      const foreign = new BrowserWindow({
        show: false,
        webPreferences: { preload: `${app.getAppPath()}/out/preload/index.cjs`, sandbox: true },
      });
      try {
        await foreign.loadURL('data:text/html,<h1>Elsewhere</h1>');
        const ask = (code: string) => foreign.webContents.executeJavaScript(code);
        return [
          await ask("aisle.call('kiosk.state', {})"),
          await ask("aisle.call('staff.enter', { pin: '246813' })"),
        ];
      } finally {
        foreign.destroy();
      }
    });
    const denied = { ok: false, failure: { kind: 'denied', message: 'This page may not do that.' } };
    expect(answers).toEqual([denied, denied]);
  });
});

describe('a second kiosk on the same data', () => {
  scenario('ends at once and says why', async () => {
    const second = spawn(
      electronRuntime().executablePath,
      kioskArguments({
        dataFolder: scene.kioskFolder(),
        hubAddress: scene.hubUrl,
        storeId: undefined,
        size: '1080x1920',
        fullScreen: false,
        screenshot: undefined,
      }),
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    try {
      let said = '';
      second.stderr.on('data', (chunk) => {
        said += chunk;
      });
      const [status] = await once(second, 'close');
      expect(status).toBe(1);
      expect(said).toContain(`Another kiosk is running on ${scene.kioskFolder()}. Close it`);
    } finally {
      second.kill('SIGKILL');
    }
    expect((await stateOf(kiosk.page)).store).not.toBeNull();
  });
});
