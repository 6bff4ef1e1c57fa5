import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { electronRuntime, executableName, findElectronRuntime } from './electron-path.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-electron-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("the user's own runtime comes first", () => {
  const executablePath = join(folder, executableName());
  mkdirSync(dirname(executablePath), { recursive: true });
  writeFileSync(executablePath, '');
  writeFileSync(join(folder, 'version'), 'v45.4.1\n');
  expect(electronRuntime({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toEqual({
    executablePath,
    version: '45.4.1',
    distPath: folder,
    source: 'override',
    environment: { ELECTRON_OVERRIDE_DIST_PATH: folder, ELECTRON_EXEC_PATH: executablePath },
  });
});

test('an override without a runtime is said, not passed over', () => {
  expect(() => findElectronRuntime({ ELECTRON_OVERRIDE_DIST_PATH: folder })).toThrow(
    `ELECTRON_OVERRIDE_DIST_PATH is ${folder}`,
  );
});

test('a runtime that was made by half, or by another recipe, is not used', () => {
  const cached = join(folder, 'aisle', 'electron-33.2.1');
  mkdirSync(cached, { recursive: true });
  writeFileSync(join(cached, 'electron'), '');
  const fromCache = () => findElectronRuntime({ XDG_CACHE_HOME: folder })?.source === 'registry';
  expect(fromCache()).toBe(false);
  writeFileSync(join(cached, 'aisle-recipe'), 'of old');
  expect(fromCache()).toBe(false);
});
