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
  /** A proxy of our own stands before the hub, and says in `X-Forwarded-For` who asks. */
  readonly trustProxy: boolean;
}

const shortestPairingCode = 6;

export function readHubOptions(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<HubOptions> {
  let values: { port?: string; host?: string; data?: string; restored?: boolean; 'trust-proxy'?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        restored: { type: 'boolean' },
        'trust-proxy': { type: 'boolean' },
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
  const trustProxy = environment.AISLE_TRUST_PROXY || '0';
  if (trustProxy !== '0' && trustProxy !== '1') {
    return fail('invalid', 'AISLE_TRUST_PROXY must be 1, or 0 for no proxy.');
  }
  return succeed({
    port,
    host: values.host ?? '127.0.0.1',
    dataFolder: values.data ?? '.aisle/hub',
    restored: values.restored ?? false,
    pairingCode,
    publicUrl: publicUrl?.replace(/\/$/, '') ?? null,
    trustProxy: (values['trust-proxy'] ?? false) || trustProxy === '1',
  });
}
