import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { electronRuntime } from '../../../tools/electron-path.mjs';
import { kioskArguments } from '../start/kiosk-process.ts';

export const pairingCode = 'DEMO-PAIRING';
export const staffPin = '246813';

/** Chromium reaches only the hub; without these it also calls its makers at every start. */
export const quietSwitches: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export interface KioskLaunch {
  readonly name: string;
  readonly dataFolder: string;
  readonly hubAddress: string;
  readonly storeId?: string | undefined;
  readonly size: string;
  /** As in a shop; otherwise a window. */
  readonly fullScreen?: boolean;
  readonly switches?: readonly string[];
  /** Of the process: display, logging, and what the caller adds. */
  readonly environment: NodeJS.ProcessEnv;
}

export interface KioskOnStage {
  readonly application: ElectronApplication;
  readonly page: Page;
}

/** What a kiosk process is started with: its command line and environment. */
export function kioskCommand(launch: KioskLaunch): {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
} {
  const { name, dataFolder, hubAddress, storeId, size, fullScreen = false, switches = [] } = launch;
  return {
    executablePath: electronRuntime(launch.environment).executablePath,
    args: kioskArguments({
      dataFolder,
      hubAddress,
      storeId,
      size,
      fullScreen,
      screenshot: undefined,
      switches: [...switches, ...quietSwitches],
    }),
    env: stringsOnly({
      AISLE_PAIRING_CODE: pairingCode,
      AISLE_STAFF_PIN: staffPin,
      AISLE_DEVICE_NAME: name,
      ...launch.environment,
    }),
  };
}

/** A real kiosk with its page in hand. Its shop need not be there yet. */
export async function launchKiosk(launch: KioskLaunch): Promise<KioskOnStage> {
  const application = await _electron.launch(kioskCommand(launch));
  return { application, page: await application.firstWindow() };
}

const stringsOnly = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
