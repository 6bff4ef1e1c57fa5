import { type KnownDevice, knownDevices, retireDevice } from '../../platform/hub-store/retire-device.ts';
import { CommandFailure } from '../command.ts';
import { type HubDataIo, onHubData } from '../hub-data/on-hub-data.ts';
import { readDevicesOptions } from './devices-options.ts';

/** The command `devices`; gives its exit status. Throws `UsageError` and `CommandFailure`. */
export async function runDevices(argv: readonly string[], io: HubDataIo): Promise<number> {
  const options = readDevicesOptions(argv);
  return onHubData('devices', options, io, async (hub) => {
    const devices = await hub.transaction(async (transaction) => {
      for (const deviceId of options.retire) {
        if (await retireDevice(transaction, deviceId)) continue;
        throw new CommandFailure(
          `there is no device ${deviceId}; nothing was retired. 'aisle devices' lists them.`,
        );
      }
      return (await knownDevices(transaction.sql)).map((device) => listed(device, transaction.now));
    });
    io.output.write(options.json ? `${JSON.stringify(devices)}\n` : table(devices));
    return 0;
  });
}

interface ListedDevice {
  readonly deviceId: string;
  readonly kind: KnownDevice['kind'];
  readonly storeId: string;
  readonly name: string;
  /** `awaited`: this hub was restored, and promises nothing in the shop before it has heard the device. */
  readonly state: 'paired' | 'awaited' | 'retired';
  /** Null: they have no end, or there are none. */
  readonly rightsUntil: string | null;
}

function listed({ deviceId, kind, storeId, name, ...device }: KnownDevice, now: number): ListedDevice {
  const until = device.unheardUntil ?? device.leaseUntil;
  return {
    deviceId,
    kind,
    storeId,
    name,
    state: device.retiredAt !== null ? 'retired' : device.unheardUntil !== null ? 'awaited' : 'paired',
    rightsUntil: until === null || until <= now ? null : new Date(until).toISOString(),
  };
}

const table = (devices: readonly ListedDevice[]): string =>
  [
    `${'device'.padEnd(36)} ${'kind'.padEnd(5)} ${'state'.padEnd(7)} ${'rights until'.padEnd(24)} shop, name`,
    ...devices.map(
      ({ deviceId, kind, state, rightsUntil, storeId, name }) =>
        `${deviceId.padEnd(36)} ${kind.padEnd(5)} ${state.padEnd(7)} ${(rightsUntil ?? '-').padEnd(24)} ${storeId}, ${name}`,
    ),
    '',
  ].join('\n');
