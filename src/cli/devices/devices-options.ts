import { parseArgs } from 'node:util';
import { UsageError } from '../command.ts';
import { checkHubData, hubDataOptions } from '../hub-data/on-hub-data.ts';

export interface DevicesOptions {
  readonly data: string;
  readonly json: boolean;
  /** None: only to be listed. */
  readonly retire: readonly string[];
}

export const devicesHelp = `Kiosks and tills that were paired with this hub, and what each may still do by itself.

Usage: aisle devices [list] [--data DIR] [--json]
       aisle devices retire DEVICE_ID... [--data DIR] [--json]

  list         the devices by shop: kind, name, state, and until when its rights last
  retire       the hub lets them in no more; what they had not sent is lost. What a kiosk may have promised without the hub stays
               kept until its lease is over. A till's rights have no end and are over at once: retire one only when it sells no
               more. A hub that is restored from an older backup knows the device again: retire it again then
  --data DIR   the hub's data (default .aisle/hub); the hub may be running, and goes by it at once
  --json       the devices as one JSON array

Exit status: 0 done, 1 there is no such device, 2 unusable options or data.
`;

/** Throws `UsageError` for anything but a usable command line. */
export function readDevicesOptions(argv: readonly string[]): DevicesOptions {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      ...hubDataOptions,
    },
  });
  checkHubData(values);
  const [action = 'list', ...deviceIds] = positionals;
  if (action !== 'list' && action !== 'retire')
    throw new UsageError(`there is no 'devices ${action}': list or retire.`);
  if (action === 'list' && deviceIds.length > 0) throw new UsageError(`'${deviceIds[0]}' is too much.`);
  if (action === 'retire' && deviceIds.length === 0) throw new UsageError('name the devices to retire.');
  return { ...values, retire: deviceIds };
}
