import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import { readIfThere, writeDurably } from './durable-file.ts';
import { type DeviceSettings, deviceSettings } from './settings.ts';

export const settingsFile = (folder: string): string => join(folder, 'device.json');
const copyFile = (folder: string): string => join(folder, 'device.last-good.json');
const damagedFile = (folder: string): string => join(folder, 'device.damaged.json');

/** Thrown when the settings are there but neither they nor their copy can be read. */
export class SettingsDamaged extends Error {}

function parse(text: string | undefined): DeviceSettings | undefined {
  try {
    return text === undefined ? undefined : deviceSettings.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/**
 * lowdb's adapter for the settings: durable writes, a check of the schema at each read, and a last good copy that steps
 * in for a damaged file, which is kept aside. lowdb's own adapter does not fsync.
 */
export function createSettingsAdapter(
  folder: string,
  onWarning: (message: string) => void,
): Adapter<DeviceSettings> {
  return {
    read: async () => {
      const text = await readIfThere(settingsFile(folder));
      const settings = parse(text);
      if (settings !== undefined) return settings;
      const copy = parse(await readIfThere(copyFile(folder)));
      if (copy === undefined) {
        if (text === undefined) return null;
        throw new SettingsDamaged(`${settingsFile(folder)} is damaged and has no good copy`);
      }
      if (text !== undefined) await writeDurably(damagedFile(folder), text);
      await writeDurably(settingsFile(folder), `${JSON.stringify(copy, null, 2)}\n`);
      onWarning(
        `${settingsFile(folder)} was ${text === undefined ? 'missing' : 'damaged (kept as device.damaged.json)'}; the last good copy is in use.`,
      );
      return copy;
    },
    write: async (settings) => {
      const text = `${JSON.stringify(deviceSettings.parse(settings), null, 2)}\n`;
      await writeDurably(settingsFile(folder), text);
      await writeDurably(copyFile(folder), text);
    },
  };
}
