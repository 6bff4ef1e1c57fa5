import { expect, test } from 'vitest';
import { nodeIsRecent } from './ensure.mjs';

test('Node 20.19 and newer will do', () => {
  expect(['18.20.1', '20.18.9', '20.19.0', '22.1.0', '24.0.0'].map(nodeIsRecent)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});
