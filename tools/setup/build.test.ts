import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildIsCurrent, kioskBuild, programsBuild, sourceFingerprint } from './build.mjs';

let root: string;

const write = (path: string, content: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'aisle-build-'));
  write('src/main/index.ts', 'one');
  write('src/renderer/main.tsx', 'two');
  write('package-lock.json', '{}');
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

test('the build is current until a source is changed, added or removed', async () => {
  const first = await sourceFingerprint(root, kioskBuild);
  expect(await sourceFingerprint(root, kioskBuild)).toBe(first);

  write('src/main/index.ts', 'changed');
  const changed = await sourceFingerprint(root, kioskBuild);
  write('src/core/cart.ts', 'new');
  const added = await sourceFingerprint(root, kioskBuild);
  rmSync(join(root, 'src/core/cart.ts'));
  expect(new Set([first, changed, added]).size).toBe(3);
  expect(await sourceFingerprint(root, kioskBuild)).toBe(changed);
});

test('tests, the hub and the command line are not part of it', async () => {
  const before = await sourceFingerprint(root, kioskBuild);
  write('src/main/index.test.ts', 'a test');
  write('src/hub/main.ts', 'the hub');
  write('src/cli/main.ts', 'the command line');
  expect(await sourceFingerprint(root, kioskBuild)).toBe(before);
});

test("what is the kiosk's own is no part of the programs for Node", async () => {
  const before = await sourceFingerprint(root, programsBuild);
  write('src/main/index.ts', 'main');
  write('src/renderer/App.tsx', 'a screen');
  expect(await sourceFingerprint(root, programsBuild)).toBe(before);
  write('src/hub/main.ts', 'the hub');
  const withHub = await sourceFingerprint(root, programsBuild);
  write('assets/locales/en/agent.json', '{}');
  const withWords = await sourceFingerprint(root, programsBuild);
  expect(new Set([before, withHub, withWords]).size).toBe(3);
});

test('a stamp from other sources, or none, means building', () => {
  expect(buildIsCurrent(root, kioskBuild, 'abc')).toBe(false);
  write('out/.sources', 'abc');
  expect(buildIsCurrent(root, kioskBuild, 'abc')).toBe(true);
  expect(buildIsCurrent(root, kioskBuild, 'abd')).toBe(false);
});
