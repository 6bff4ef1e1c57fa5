import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { electronRuntime, rootFlags } from '../electron-path.mjs';
import { ordinaryElectron } from './ordinary-electron.mjs';

/*
 * The runtime itself, with an app of a few lines: that what setup made loads an app as a stock Electron does.
 */

const mainScript = `
  import { app, BrowserWindow, protocol } from 'electron';
  import { join } from 'node:path';
  protocol.registerSchemesAsPrivileged([{ scheme: 'tiny', privileges: { standard: true, secure: true } }]);
  app.whenReady().then(() => {
    protocol.handle('tiny', () => new Response('<h1>Hello</h1>', { headers: { 'content-type': 'text/html' } }));
    const preload = join(app.getAppPath(), 'preload.cjs');
    const window = new BrowserWindow({ webPreferences: { sandbox: true, preload } });
    return window.loadURL('tiny://app/');
  });
`;
const preloadScript = `
  const { contextBridge } = require('electron');
  contextBridge.exposeInMainWorld('sandboxed', process.sandboxed);
`;

let folder: string;
const ordinary = ordinaryElectron();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-tiny-'));
  chmodSync(folder, 0o755);
  const manifest = { name: 'tiny', productName: 'Tiny', version: '3.2.1', type: 'module', main: 'main.js' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'main.js'), mainScript);
  writeFileSync(join(folder, 'preload.cjs'), preloadScript);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  ordinary.remove();
});

test('runs the app that its first argument without a dash names', async () => {
  const runtime = electronRuntime();
  const electron = await _electron.launch({
    executablePath: runtime.executablePath,
    args: [...rootFlags(), '--lang=hi', folder, '--flag-of-the-app'],
  });
  try {
    const page = await electron.firstWindow();
    expect(await page.textContent('h1')).toBe('Hello');
    const seen = await electron.evaluate(({ app }) => ({
      name: app.getName(),
      version: app.getVersion(),
      path: app.getAppPath(),
      packaged: app.isPackaged,
      electron: process.versions.electron,
      lastArgument: process.argv.at(-1),
    }));
    expect(seen).toEqual({
      name: 'Tiny',
      version: '3.2.1',
      path: folder,
      packaged: false,
      electron: runtime.version,
      lastArgument: '--flag-of-the-app',
    });
  } finally {
    await electron.close();
  }
});

test.skipIf(!ordinary.sandboxWorks)("an ordinary user's pages are in Chromium's sandbox", async () => {
  const electron = await _electron.launch({
    executablePath: ordinary.executablePath,
    args: [folder],
    // Without this, playwright turns the sandbox off by itself.
    chromiumSandbox: true,
  });
  try {
    const page = await electron.firstWindow();
    expect(await page.evaluate('sandboxed')).toBe(true);
    const pageProcess = await electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    // 2 means that the process may only make the system calls of a filter: proc(5).
    expect(readFileSync(`/proc/${pageProcess}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m);
  } finally {
    await electron.close();
  }
});
