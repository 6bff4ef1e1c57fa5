import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findCommand, hasRenamedPackages, installLine, missingPackages } from './system-packages.mjs';

const bookworm = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n';
const trixie = 'VERSION_ID="13"\nID=debian\n';
const sid = 'PRETTY_NAME="Debian GNU/Linux forky/sid"\nID=debian\n';
const jammy = 'ID=ubuntu\nVERSION_ID="22.04"\n';
const noble = 'ID=ubuntu\nVERSION_ID="24.04"\n';
const noCommand = () => false;

test('packages are renamed on Debian 13, its successors, and Ubuntu 24.04', () => {
  expect([bookworm, trixie, sid, jammy, noble].map(hasRenamedPackages)).toEqual([
    false,
    true,
    true,
    false,
    true,
  ]);
});

test('a bare Debian 12 lacks all of them', () => {
  const missing = missingPackages({ installed: new Set(), renamed: false, hasCommand: noCommand });
  expect(installLine(missing)).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb libnss3 libgtk-3-0 ' +
      'libatk-bridge2.0-0 libgbm1 libasound2 fonts-noto-core strace chromium postgresql',
  );
});

test('only what is missing is asked for, under the names that the system has', () => {
  const installed = new Set(['xvfb', 'libnss3', 'libgtk-3-0t64', 'libgbm1', 'fonts-noto-core', 'strace']);
  expect(
    missingPackages({
      installed,
      renamed: true,
      hasCommand: (names) => names.includes('google-chrome') || names.includes('initdb'),
    }),
  ).toEqual(['libatk-bridge2.0-0t64', 'libasound2t64']);
});

test('a command is found in the order of its names, then of the path', () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-path-'));
  try {
    writeFileSync(join(folder, 'chromium-browser'), '');
    chmodSync(join(folder, 'chromium-browser'), 0o755);
    expect(findCommand(['chromium', 'chromium-browser'], `/nowhere:${folder}`)).toBe(
      join(folder, 'chromium-browser'),
    );
    expect(findCommand(['chromium'], folder)).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
