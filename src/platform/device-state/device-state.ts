import { Low } from 'lowdb';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { SecretBox } from '../../core/ports/secret-box.ts';
import { type DeviceSettings, freshSettings } from './settings.ts';
import { createSettingsAdapter, SettingsDamaged, settingsFile } from './settings-adapter.ts';

export interface Pairing {
  readonly deviceId: string;
  readonly deviceToken: string;
  readonly deviceIndex: number;
  readonly storeId: string;
  readonly hubId: string;
  readonly hubUrl: string;
  readonly capsuleKeys: DeviceSettings['capsuleKeys'];
}

/** Who this kiosk is and whom it belongs to. Reads are from memory; writes are durable when they resolve. */
export interface DeviceState {
  settings(): DeviceSettings;
  /** Null before pairing, and when the machine's key store no longer opens it. */
  deviceToken(): string | null;
  pair(pairing: Pairing): Promise<void>;
  update(
    change: Partial<
      Pick<DeviceSettings, 'capsuleKeys' | 'hubUrl' | 'languages' | 'staffPinHash' | 'storeId'>
    >,
  ): Promise<void>;
}

export interface DeviceStateOptions {
  readonly secretBox: SecretBox;
  readonly onWarning: (message: string) => void;
}

/** Opens `device.json` of a folder. `invalid` with reason `settings-damaged` when it cannot be read and has no copy. */
export async function createDeviceState(
  folder: string,
  { secretBox, onWarning }: DeviceStateOptions,
): Promise<Result<DeviceState>> {
  const store = new Low(createSettingsAdapter(folder, onWarning), freshSettings);
  try {
    await store.read();
  } catch (error) {
    if (!(error instanceof SettingsDamaged)) throw error;
    return fail(
      'invalid',
      `${settingsFile(folder)} is damaged and has no good copy. Mend it, or move it away and pair this kiosk again.`,
      { reason: 'settings-damaged' },
    );
  }

  const openToken = (): string | null => {
    const { sealedToken } = store.data;
    if (sealedToken === null) return null;
    const token = secretBox.open(sealedToken);
    if (token === undefined) onWarning('The device token cannot be opened here. Pair this kiosk again.');
    return token ?? null;
  };
  let token = openToken();

  let queue: Promise<unknown> = Promise.resolve();
  const save = (change: Partial<DeviceSettings>): Promise<void> => {
    const written = queue.then(async () => {
      const before = store.data;
      store.data = { ...before, ...change };
      try {
        await store.write();
      } catch (error) {
        store.data = before;
        throw error;
      }
    });
    queue = written.catch(() => undefined);
    return written;
  };

  return succeed({
    settings: () => store.data,
    deviceToken: () => token,
    pair: async ({ deviceToken, ...pairing }) => {
      await save({ ...pairing, sealedToken: secretBox.seal(deviceToken) });
      token = deviceToken;
    },
    update: save,
  });
}
