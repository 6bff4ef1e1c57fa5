import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import { pageOrigin, pageSession } from './lockdown.ts';

export interface WindowOptions {
  /** Full screen without a way out; otherwise a plain window of the given size, for work at a desk. */
  readonly kiosk: boolean;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Folder of the built program: this file is bundled into `out/main/`. */
export const builtFolder = (): string => path.join(app.getAppPath(), 'out');

/** The one window; shown when its first paint is there, so that no shopper sees it empty. */
export function createKioskWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: options.width,
    height: options.height,
    useContentSize: true,
    kiosk: options.kiosk,
    frame: !options.kiosk,
    autoHideMenuBar: true,
    backgroundColor: '#f7f2ea',
    title: 'Aisle',
    webPreferences: {
      preload: path.join(builtFolder(), 'preload', 'index.cjs'),
      session: pageSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      disableDialogs: true,
      backgroundThrottling: false,
    },
  });
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  // Pinch and Ctrl+plus would leave the layout in a state that the next shopper cannot undo.
  window.webContents.on('did-finish-load', () => void window.webContents.setVisualZoomLevelLimits(1, 1));
  return window;
}

export const loadPage = (window: BrowserWindow): Promise<void> => window.loadURL(`${pageOrigin}/index.html`);
