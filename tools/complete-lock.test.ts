import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingEntries } from './complete-lock.mjs';

test('packages for other systems are added with the system that their name says', () => {
  const packages = {
    '': {},
    'node_modules/parser': {
      dev: true,
      optionalDependencies: {
        '@parser/binding-linux-x64-gnu': '1.2.3',
        '@parser/binding-linux-x64-musl': '1.2.3',
        '@parser/win32-arm64-msvc': '1.2.3',
      },
    },
    'node_modules/@parser/binding-linux-x64-gnu': { version: '1.2.3' },
  };
  expect(missingEntries(packages)).toEqual({
    'node_modules/@parser/binding-linux-x64-musl': {
      version: '1.2.3',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
    'node_modules/@parser/win32-arm64-msvc': {
      version: '1.2.3',
      cpu: ['arm64'],
      dev: true,
      optional: true,
      os: ['win32'],
    },
  });
});

test('one that says too little is named', () => {
  expect(() => missingEntries({ a: { optionalDependencies: { extra: '^1.0.0' } } })).toThrow('extra@^1.0.0');
});

test('our own lock file is complete, so that npm ci accepts it', () => {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  expect(Object.keys(missingEntries(lock.packages))).toEqual([]);
});
