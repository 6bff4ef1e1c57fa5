import { expect, test } from 'vitest';
import { resolveInside } from './resolve-inside.ts';

test('finds files of the folder, and the page at the root', () => {
  expect(resolveInside('/app/renderer', '/')).toBe('/app/renderer/index.html');
  expect(resolveInside('/app/renderer', '/assets/kiosk.css')).toBe('/app/renderer/assets/kiosk.css');
});

test.each(['/../secret', '/%2e%2e/secret', '/assets/..%2f..%2fsecret', '/..', '/%', '/../renderer-other/x'])(
  'does not climb out by %s',
  (urlPath) => {
    expect(resolveInside('/app/renderer', urlPath)).toBeUndefined();
  },
);
