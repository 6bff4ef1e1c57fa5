import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { electronRuntime, rootFlags } from '../../../tools/electron-path.mjs';
import { projectFolder } from '../processes.ts';

export interface KioskStart {
  readonly dataFolder: string;
  readonly hubAddress: string;
  readonly storeId: string | undefined;
  /** `1080x1920` */
  readonly size: string;
  readonly fullScreen: boolean;
  readonly screenshot: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  /** Switches for Chromium, such as a camera made of a file. */
  readonly switches?: readonly string[];
}

export interface KioskProcess {
  readonly process: ChildProcess;
  /** The first screen is shown (and the screenshot, if any, is written). */
  readonly ready: Promise<void>;
  /** Exit status. */
  readonly ended: Promise<number>;
}

/** The command line of a kiosk process, for whoever starts it. */
export const kioskArguments = (start: Omit<KioskStart, 'environment'>): string[] => [
  ...rootFlags(),
  ...(start.switches ?? []),
  // Chromium's own complaints about a missing desktop bus or graphics card help no one who starts a shop.
  '--log-level=3',
  projectFolder,
  '--data',
  start.dataFolder,
  '--hub',
  start.hubAddress,
  '--size',
  start.size,
  ...(start.storeId ? ['--store', start.storeId] : []),
  ...(start.fullScreen ? [] : ['--windowed']),
  ...(start.screenshot ? ['--screenshot', start.screenshot] : []),
];

/** Starts Electron on the built kiosk. Its log goes to our stderr. */
export function startKiosk(start: KioskStart): KioskProcess {
  const runtime = electronRuntime();
  const kiosk = spawn(runtime.executablePath, kioskArguments(start), {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: start.environment,
    // Ctrl-C in a terminal goes to the whole process group; Electron aborts on a second signal, and ours would be one.
    detached: process.platform !== 'win32',
  });
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: kiosk.stdout }).on('line', (line) => {
      if (line.startsWith('{"event":"ready"')) resolve();
    });
  });
  const ended = new Promise<number>((resolve, reject) => {
    kiosk.once('error', reject);
    kiosk.once('exit', (code, signal) =>
      resolve(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1)),
    );
  });
  return { process: kiosk, ready, ended };
}
