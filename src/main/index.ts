import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, type BrowserWindow } from 'electron';
import { assistanceHandlers } from './ipc/handlers/assistance.ts';
import { sessionHandlers } from './ipc/handlers/session.ts';
import { shoppingHandlers } from './ipc/handlers/shopping.ts';
import { staffHandlers } from './ipc/handlers/staff.ts';
import { serveCalls } from './ipc/serve-calls.ts';
import { createTellPage } from './ipc/tell-page.ts';
import { createKioskLog } from './kiosk/kiosk-log.ts';
import { openKiosk } from './kiosk/open-kiosk.ts';
import { type KioskOptions, readOptions } from './kiosk/options.ts';
import { servePictures } from './kiosk/pictures.ts';
import { saveScreenshot } from './window/first-screen.ts';
import { builtFolder, createKioskWindow, loadPage } from './window/kiosk-window.ts';
import { lockContents, lockPermissions, pageOrigin, pageSession } from './window/lockdown.ts';
import { registerSchemes, servePageFiles } from './window/page-files.ts';
import { reviveOnCrash } from './window/revive.ts';

const options = readOptions(process.argv.slice(1), process.env, path.join(app.getPath('appData'), 'aisle'));
const log = createKioskLog();

// The lock, and whatever Chromium keeps, belong to the data folder: two kiosks on one machine need two of them.
app.setPath('userData', path.join(options.dataFolder, 'chromium'));
registerSchemes();
lockContents();

if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => run(options).catch(endWithReason));
} else {
  endWithReason(
    new Error(
      `Another kiosk is running on ${options.dataFolder}. Close it, or name another folder with --data.`,
    ),
  );
}

async function run(options: KioskOptions): Promise<void> {
  const browserSession = pageSession();
  lockPermissions(browserSession);
  servePageFiles(browserSession, path.join(builtFolder(), 'renderer'));

  const window = createKioskWindow(options);
  const kiosk = await openKiosk({
    options,
    log,
    tell: createTellPage(window.webContents),
    program: { version: app.getVersion(), runtime: `Electron ${process.versions.electron}` },
    threadProgram: pathToFileURL(path.join(builtFolder(), 'main', 'store-thread.js')),
  });
  app.on('second-instance', () => window.focus());
  app.on('before-quit', (event) => {
    if (kiosk.closed()) return;
    event.preventDefault();
    void kiosk.close().finally(() => app.quit());
  });
  servePictures(browserSession, path.join(options.dataFolder, 'pictures'), kiosk.isCataloguePicture);
  serveCalls(
    window.webContents,
    pageOrigin,
    {
      ...sessionHandlers(kiosk),
      ...shoppingHandlers(kiosk),
      ...assistanceHandlers(kiosk),
      ...staffHandlers(kiosk),
    },
    log,
  );
  reviveOnCrash(window, log);
  await loadPage(window);
  kiosk.start();
  await announceReady(window, kiosk.shopKnown);
}

/** One line on stdout for whoever started us, once the first screen shows the shop. */
async function announceReady(window: BrowserWindow, shopKnown: () => Promise<void>): Promise<void> {
  await shopKnown();
  if (options.screenshot) await saveScreenshot(window, options.screenshot);
  process.stdout.write(`${JSON.stringify({ event: 'ready', pid: process.pid })}\n`);
}

function endWithReason(error: unknown): void {
  process.stderr.write(`aisle kiosk: ${error instanceof Error ? error.message : String(error)}\n`);
  log.error({ error }, 'the kiosk cannot start');
  app.exit(1);
}
