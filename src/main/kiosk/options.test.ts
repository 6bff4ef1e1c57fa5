import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('the command line comes before the environment; Chromium switches pass by', () => {
  const environment = { AISLE_HUB_URL: 'http://elsewhere.test', AISLE_PAIRING_CODE: '1234' };
  const argv = [
    '--no-sandbox',
    '.',
    '--hub',
    'http://hub.test/',
    '--data',
    '/data',
    '--size',
    '1920x1080',
    '--windowed',
  ];
  expect(readOptions(argv, environment, '/default')).toEqual({
    dataFolder: '/data',
    hubAddress: 'http://hub.test',
    pairingCode: '1234',
    deviceName: 'Kiosk',
    storeId: undefined,
    kiosk: false,
    width: 1920,
    height: 1080,
    screenshot: undefined,
    idle: { afterMs: 90_000, warnMs: 20_000 },
    environment,
  });
});

test('a size that is none says what is wanted', () => {
  expect(() => readOptions(['--size', 'big'], {}, '/default')).toThrow('1080x1920');
});
