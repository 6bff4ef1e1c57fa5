import path from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
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

/** At a desk the whole kiosk shall be seen: 1, or as much less as the screen is too small. */
function scaleToFit({ width, height }: WindowOptions): number {
  const area = screen.getPrimaryDisplay().workArea;
  return Math.min(1, area.width / width, area.height / height);
}

/** The one window; shown when its first paint is there, so that no shopper sees it empty. */
export function createKioskWindow(options: WindowOptions): BrowserWindow {
  const scale = options.kiosk ? 1 : scaleToFit(options);
  const window = new BrowserWindow({
    show: false,
    width: Math.round(options.width * scale),
    height: Math.round(options.height * scale),
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
      zoomFactor: scale,
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
