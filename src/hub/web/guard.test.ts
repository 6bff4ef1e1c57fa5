import { expect, test } from 'vitest';
import { isOwnOrigin } from './guard.ts';

test('a form is believed when it names our own host, or the browser says it is ours', () => {
  expect([
    isOwnOrigin('http://shop.test:80', undefined, 'shop.test'),
    isOwnOrigin('https://shop.test', undefined, 'shop.test'),
    isOwnOrigin(undefined, 'same-origin', 'shop.test'),
    isOwnOrigin('https://elsewhere.test', 'same-origin', 'shop.test'),
    isOwnOrigin('null', undefined, 'shop.test'),
    isOwnOrigin(undefined, 'same-site', 'shop.test'),
    isOwnOrigin(undefined, undefined, 'shop.test'),
  ]).toEqual([true, true, true, false, false, false, false]);
});
