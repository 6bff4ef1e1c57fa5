import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SecretBox } from '../../core/ports/secret-box.ts';
import { createDeviceState, type Pairing } from './device-state.ts';
import { plainSecretBox } from './plain-secret-box.ts';
import { freshSettings } from './settings.ts';
import { checkPin, hashPin } from './staff-pin.ts';

let folder: string;
let file: string;
let warnings: string[];
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'aisle-device-')), 'data');
  file = join(folder, 'device.json');
  warnings = [];
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const pairing: Pairing = {
  deviceId: '00000000-0000-7000-8000-000000000001',
  deviceToken: 'token-of-the-kiosk',
  deviceIndex: 2,
  storeId: 'hyd-banjara',
  hubId: 'hub-1',
  hubUrl: 'http://127.0.0.1:4600',
  capsuleKeys: [
    {
      keyId: 'Ab3',
      publicKey: 'A'.repeat(43),
      notBefore: '2026-11-01T00:00:00.000Z',
      notAfter: '2027-02-01T00:00:00.000Z',
    },
  ],
};

const reversing: SecretBox = {
  seal: (secret) => `sealed:${[...secret].reverse().join('')}`,
  open: (sealed) => (sealed.startsWith('sealed:') ? [...sealed.slice(7)].reverse().join('') : undefined),
};

async function open(secretBox: SecretBox = reversing) {
  const state = await createDeviceState(folder, { secretBox, onWarning: (text) => warnings.push(text) });
  if (!state.ok) throw new Error(state.failure.reason);
  return state.value;
}

test('a new kiosk is unpaired; a paired one stays so, with its token sealed and the file private', async () => {
  const state = await open();
  expect([state.settings(), state.deviceToken()]).toEqual([freshSettings, null]);
  await state.pair(pairing);
  await Promise.all([state.update({ languages: ['hi'] }), state.update({ hubUrl: 'http://hub.example' })]);
  const again = await open();
  expect(again.deviceToken()).toBe('token-of-the-kiosk');
  const { deviceToken: _, ...known } = pairing;
  expect(again.settings()).toMatchObject({ ...known, languages: ['hi'], hubUrl: 'http://hub.example' });
  expect(readFileSync(file, 'utf8')).not.toContain('token-of-the-kiosk');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await readdir(folder)).sort()).toEqual(['device.json', 'device.last-good.json']);
  expect(warnings).toEqual([]);
});

test.each(['', '{"version":1', '{"version":2}', '\0\0\0\0'])(
  'a damaged file (%j) is kept aside and the last good copy steps in',
  async (damage) => {
    await (await open()).pair(pairing);
    writeFileSync(file, damage);
    const state = await open();
    expect(state.settings().deviceId).toBe(pairing.deviceId);
    expect(warnings).toEqual([
      `${file} was damaged (kept as device.damaged.json); the last good copy is in use.`,
    ]);
    expect(readFileSync(join(folder, 'device.damaged.json'), 'utf8')).toBe(damage);
    warnings = [];
    await open();
    expect(warnings).toEqual([]);
  },
);

test('without a good copy it says what to do and touches nothing', async () => {
  await (await open()).pair(pairing);
  writeFileSync(file, 'x');
  writeFileSync(join(folder, 'device.last-good.json'), 'y');
  const state = await createDeviceState(folder, { secretBox: reversing, onWarning: () => undefined });
  expect(state).toMatchObject({ ok: false, failure: { kind: 'invalid', reason: 'settings-damaged' } });
  expect(readFileSync(file, 'utf8')).toBe('x');
});

test('a key store that no longer opens the token means pairing again', async () => {
  await (await open()).pair(pairing);
  const moved = await open(plainSecretBox);
  expect(moved.deviceToken()).toBeNull();
  expect(warnings).toEqual(['The device token cannot be opened here. Pair this kiosk again.']);
});

test('a change that cannot be written is not kept in memory either', async () => {
  const state = await open();
  await state.pair(pairing);
  await expect(state.update({ languages: [] })).rejects.toThrow();
  expect(state.settings().languages).toEqual(freshSettings.languages);
  await state.update({ languages: ['ar'] });
  expect((await open()).settings().languages).toEqual(['ar']);
  expect(existsSync(join(folder, 'device.damaged.json'))).toBe(false);
});

test('a PIN is checked by its hash', async () => {
  const hash = await hashPin('4711');
  expect(hash).not.toContain('4711');
  expect([await checkPin('4711', hash), await checkPin('4712', hash), await checkPin('4711', 'x')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('keys of before they rotated are left behind; the pairing is not', async () => {
  await (await open()).pair(pairing);
  const old = JSON.parse(readFileSync(file, 'utf8'));
  old.capsuleKeys = [{ kty: 'OKP', crv: 'Ed25519', x: 'abc' }, ...pairing.capsuleKeys];
  writeFileSync(file, JSON.stringify(old));
  expect((await open()).settings()).toMatchObject({
    deviceId: pairing.deviceId,
    capsuleKeys: pairing.capsuleKeys,
  });
  expect(warnings).toEqual([]);
});
