import { expect, test } from 'vitest';
import { matchesLock } from './packages.mjs';

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/hono': { version: '4.13.19' },
    'node_modules/@libsql/darwin-arm64': { version: '0.5.29', optional: true },
  },
};

test('packages for other systems may be absent', () => {
  expect(matchesLock(lock, { packages: { 'node_modules/hono': { version: '4.13.19' } } })).toBe(true);
});

test('another version, a missing package and an empty record do not match', () => {
  expect(matchesLock(lock, { packages: { 'node_modules/hono': { version: '4.13.18' } } })).toBe(false);
  expect(matchesLock(lock, { packages: {} })).toBe(false);
  expect(matchesLock(lock, {})).toBe(false);
});

test('packages beyond the lock file do no harm', () => {
  const installed = {
    packages: { 'node_modules/hono': { version: '4.13.19' }, 'node_modules/extra': { version: '1.0.0' } },
  };
  expect(matchesLock(lock, installed)).toBe(true);
});
