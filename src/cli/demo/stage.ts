import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type ElectronApplication,
  type Page,
} from 'playwright-core';
import { chromiumPath } from '../../../tools/chromium-path.mjs';
import { rootFlags } from '../../../tools/electron-path.mjs';
import { type ReadyHub, startHub, stopProcess } from '../processes.ts';
import { openDisplay } from '../start/display.ts';
import { type KioskOnStage, launchKiosk, pairingCode, quietSwitches } from './launch-kiosk.ts';

/** A phone as most shoppers hold it, CSS pixels. */
const phoneViewport = { width: 360, height: 780 };

export interface StageOptions {
  /** Everything is written below it. */
  readonly folder: string;
  readonly size: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Where the hub's log goes. */
  readonly hubLog: 'inherit' | 'ignore';
}

/** The real parts of the journey, each a process of its own: hub, the shopper's phone (Chromium), kiosk (Electron). */
export interface Stage {
  readonly hubUrl: string;
  readonly hubFolder: string;
  readonly phone: Page;
  /** Raw video that the kiosk's camera shows; empty of codes until somebody holds one up. */
  readonly cameraFile: string;
  kioskFolder(name?: string): string;
  openKiosk(options?: {
    readonly name?: string;
    readonly storeId?: string;
    /** As in a shop; otherwise a window. */
    readonly fullScreen?: boolean;
    readonly environment?: NodeJS.ProcessEnv;
  }): Promise<KioskOnStage>;
  /** Every screen there is: the phone's, and those of the kiosks. */
  screens(): readonly Page[];
  stopHub(): Promise<void>;
  /** On the same port and data as before. */
  restartHub(): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(options: StageOptions): Promise<Stage> {
  await mkdir(options.folder, { recursive: true });
  const hubFolder = path.join(options.folder, 'hub');
  // What is shown is no part of the chain's own data.
  const hubEnvironment = { ...options.environment, DATABASE_URL: undefined, AISLE_PAIRING_CODE: pairingCode };
  const start = (port: number) =>
    startHub({ port, dataFolder: hubFolder, environment: hubEnvironment }, options.hubLog);

  let hub: ReadyHub = await start(0);
  const display = await openDisplay(options.environment);
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath(options.environment),
    args: [...rootFlags(), ...quietSwitches],
  });
  const phoneContext: BrowserContext = await browser.newContext({
    viewport: phoneViewport,
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'en-IN',
  });
  const phone = await phoneContext.newPage();
  const cameraFile = path.join(options.folder, 'camera.y4m');
  const kiosks: ElectronApplication[] = [];

  return {
    hubUrl: hub.url,
    hubFolder,
    phone,
    cameraFile,
    kioskFolder: (name = 'kiosk') => path.join(options.folder, name),
    async openKiosk({ name = 'kiosk', storeId, fullScreen = false, environment = {} } = {}) {
      const kiosk = await launchKiosk({
        name,
        dataFolder: path.join(options.folder, name),
        hubAddress: hub.url,
        storeId,
        size: options.size,
        fullScreen,
        switches: [
          '--use-fake-device-for-media-stream',
          `--use-file-for-fake-video-capture=${cameraFile}`,
          '--force-device-scale-factor=1',
        ],
        environment: { ...options.environment, ...display.environment, ...environment },
      });
      kiosks.push(kiosk.application);
      return kiosk;
    },
    screens: () => [phone, ...kiosks.flatMap((kiosk) => kiosk.windows())],
    stopHub: () => stopProcess(hub.process),
    async restartHub() {
      hub = await start(Number(new URL(hub.url).port));
    },
    async close() {
      await Promise.allSettled(kiosks.map((kiosk) => kiosk.close()));
      await browser.close();
      await stopProcess(hub.process);
      display.close();
    },
  };
}
