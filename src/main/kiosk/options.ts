import path from 'node:path';
import { parseArgs } from 'node:util';

export interface KioskOptions {
  /** Durable data of this kiosk. */
  readonly dataFolder: string;
  /** Undefined when neither given nor paired: then the kiosk sells what it has and says so. */
  readonly hubAddress: string | undefined;
  readonly pairingCode: string | undefined;
  readonly deviceName: string;
  readonly storeId: string | undefined;
  /** Full screen without a way out. */
  readonly kiosk: boolean;
  readonly width: number;
  readonly height: number;
  /** Where to save the first screen as a PNG. */
  readonly screenshot: string | undefined;
  readonly idle: { readonly afterMs: number; readonly warnMs: number };
  readonly environment: NodeJS.ProcessEnv;
}

/** 90 s until 'Still there?', which waits 20 s. */
const defaultIdle = { afterMs: 90_000, warnMs: 20_000 };

/** `1080x1920` as CSS pixels; anything else is an error that says so. */
function parseSize(text: string): { width: number; height: number } {
  const match = /^(\d{3,4})x(\d{3,4})$/.exec(text);
  if (!match) throw new Error(`--size wants WIDTHxHEIGHT, such as 1080x1920, not '${text}'.`);
  return { width: Number(match[1]), height: Number(match[2]) };
}

/**
 * Reads the command line and environment of the kiosk. `--data`, `--hub`, `--store`, `--name` and `--size` come before
 * `AISLE_DATA`, `AISLE_HUB_URL`, `AISLE_STORE`, `AISLE_DEVICE_NAME`; the pairing code comes from `AISLE_PAIRING_CODE` only,
 * so that no process list shows it. Chromium's own switches pass by.
 */
export function readOptions(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  defaultFolder: string,
): KioskOptions {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      data: { type: 'string' },
      hub: { type: 'string' },
      store: { type: 'string' },
      name: { type: 'string' },
      size: { type: 'string' },
      screenshot: { type: 'string' },
      windowed: { type: 'boolean' },
    },
  });
  const text = (value: unknown, fallback: string | undefined) =>
    typeof value === 'string' && value !== '' ? value : fallback || undefined;
  const idleMs = Number(environment.AISLE_IDLE_MS);
  return {
    dataFolder: path.resolve(text(values.data, environment.AISLE_DATA) ?? defaultFolder),
    hubAddress: text(values.hub, environment.AISLE_HUB_URL)?.replace(/\/+$/, ''),
    pairingCode: environment.AISLE_PAIRING_CODE || undefined,
    deviceName: text(values.name, environment.AISLE_DEVICE_NAME) ?? 'Kiosk',
    storeId: text(values.store, environment.AISLE_STORE),
    kiosk: values.windowed !== true,
    ...parseSize(text(values.size, environment.AISLE_WINDOW_SIZE) ?? '1080x1920'),
    screenshot: text(values.screenshot, undefined),
    idle: idleMs > 0 ? { afterMs: idleMs, warnMs: Math.max(1000, Math.round(idleMs / 4)) } : defaultIdle,
    environment,
  };
}
