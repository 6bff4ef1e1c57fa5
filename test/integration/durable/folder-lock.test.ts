import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDeviceShop } from '../../../src/composition/open-device-shop.ts';
import { plainSecretBox } from '../../../src/platform/device-state/plain-secret-box.ts';
import { lockFolder } from '../../../src/platform/store/folder-lock.ts';
import { runChild } from './support/run-child.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'aisle-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const openDevice = () =>
  openDeviceShop({
    dataFolder: folder,
    hubAddress: undefined,
    pairingCode: undefined,
    storeId: undefined,
    deviceName: 'Second',
    secretBox: plainSecretBox,
    onWarning: () => undefined,
    onStorage: () => undefined,
    onSyncFailure: () => undefined,
  });

test('a second process does not get the folder, whatever it wants there; a killed one leaves it free', async () => {
  const first = runChild('hold-folder', [folder]);
  expect(await first.line()).toBe('held');
  const refused = {
    ok: false,
    failure: {
      reason: 'folder-locked',
      message: `The data folder ${folder} is in use by another kiosk, or a command that works on it. Stop that one, or choose another folder with --data.`,
    },
  };
  expect(lockFolder(folder, 'kiosk')).toEqual({
    ...refused,
    failure: { kind: 'conflict', ...refused.failure },
  });
  expect(await openDevice()).toMatchObject(refused);

  first.process.kill('SIGKILL');
  await first.ended;
  const opened = await openDevice();
  if (!opened.ok) throw new Error(opened.failure.message);
  const other = runChild('hold-folder', [folder]);
  expect(await other.line()).toBe('folder-locked');
  other.process.kill();

  await opened.value.close();
  const freed = lockFolder(folder, 'kiosk');
  expect(freed.ok).toBe(true);
  if (freed.ok) freed.value();
});
