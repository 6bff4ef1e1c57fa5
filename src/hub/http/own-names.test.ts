import { expect, test } from 'vitest';
import { namesHub, ownOrigins } from './own-names.ts';

test('a hub goes by all names of loopback where it listens there, and by its public one', () => {
  expect(ownOrigins('http://127.0.0.1:4600', 'https://shop.example')).toEqual([
    'http://localhost:4600',
    'http://127.0.0.1:4600',
    'http://[::1]:4600',
    'https://shop.example',
  ]);
  expect(ownOrigins('http://[::]:4600', 'http://[::]:4600')).toContain('http://localhost:4600');
  expect(ownOrigins('http://192.168.1.5:4600', 'https://shop.example')).toEqual([
    'http://192.168.1.5:4600',
    'https://shop.example',
  ]);
});

test('a host is one of those names, whatever the port', () => {
  const origins = ownOrigins('http://127.0.0.1:4600', 'https://shop.example');
  for (const host of ['localhost', '127.0.0.1:4600', '[::1]:9', 'SHOP.example', 'shop.example:443']) {
    expect(namesHub(host, origins)).toBe(true);
  }
  const foreign = [
    undefined,
    '',
    'evil.example',
    'shop.example.evil',
    'localhost.evil',
    '127.0.0.1@evil',
    'a b',
  ];
  for (const host of foreign) expect(namesHub(host, origins)).toBe(false);
});
