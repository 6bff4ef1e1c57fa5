import { parseArgs } from 'node:util';
import { fail, type Result, succeed } from '../contracts/result.ts';

export interface HubOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** The data were restored from a backup that Aisle did not make. */
  readonly restored: boolean;
  /** Null: no kiosk can pair. */
  readonly pairingCode: string | null;
  /** Base of links; null takes the listening address. */
  readonly publicUrl: string | null;
}

const shortestPairingCode = 6;

export function readHubOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<HubOptions> {
  let values: { port?: string; host?: string; data?: string; restored?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        restored: { type: 'boolean' },
      },
      strict: true,
    }));
  } catch (error) {
    return fail('invalid', `${error instanceof Error ? error.message : String(error)}`);
  }
  const port = Number(values.port ?? 4600);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    return fail('invalid', `--port must be a number from 0 (any free one) to 65535, not '${values.port}'.`);
  }
  const pairingCode = environment.AISLE_PAIRING_CODE || null;
  if (pairingCode !== null && pairingCode.length < shortestPairingCode) {
    return fail('invalid', `AISLE_PAIRING_CODE must have at least ${shortestPairingCode} characters.`);
  }
  const publicUrl = environment.AISLE_PUBLIC_URL || null;
  if (publicUrl !== null && !/^https?:\/\/[^/?#]+\/?$/.test(publicUrl)) {
    return fail('invalid', 'AISLE_PUBLIC_URL must be like https://shop.example, without a path.');
  }
  return succeed({
    port,
    host: values.host ?? '127.0.0.1',
    dataFolder: values.data ?? '.aisle/hub',
    restored: values.restored ?? false,
    pairingCode,
    publicUrl: publicUrl?.replace(/\/$/, '') ?? null,
  });
}
