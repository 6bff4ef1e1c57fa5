import { expect, test } from 'vitest';
import { sandboxWorks } from './sandbox.mjs';

test('the sandbox works with user namespaces, or with a helper of root that has the setuid bit', () => {
  const plain = { uid: 1000, mode: 0o100755 };
  expect(sandboxWorks({ hasNamespaces: true, helper: plain })).toBe(true);
  expect(sandboxWorks({ hasNamespaces: false, helper: plain })).toBe(false);
  expect(sandboxWorks({ hasNamespaces: false, helper: undefined })).toBe(false);
  expect(sandboxWorks({ hasNamespaces: false, helper: { uid: 0, mode: 0o100755 } })).toBe(false);
  expect(sandboxWorks({ hasNamespaces: false, helper: { uid: 1000, mode: 0o104755 } })).toBe(false);
  expect(sandboxWorks({ hasNamespaces: false, helper: { uid: 0, mode: 0o104755 } })).toBe(true);
});
