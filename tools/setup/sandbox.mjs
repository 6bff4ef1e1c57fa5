import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './progress.mjs';

const SETUID = 0o4000;

/**
 * Chromium's sandbox needs either user namespaces, which Ubuntu from 23.10 and containers withhold, or its helper to
 * belong to root with the setuid bit: https://chromium.googlesource.com/chromium/src/+/main/docs/linux/suid_sandbox_development.md
 *
 * @param {object} system
 * @param {boolean} system.hasNamespaces whether an ordinary user may make a user namespace
 * @param {{ uid: number, mode: number } | undefined} system.helper the runtime's chrome-sandbox, where it is there
 */
export function sandboxWorks({ hasNamespaces, helper }) {
  if (hasNamespaces) return true;
  return helper !== undefined && helper.uid === 0 && (helper.mode & SETUID) !== 0;
}

/**
 * Sees to it that an ordinary user's Electron starts with its sandbox. Root has none; see `rootFlags`.
 *
 * @param {string} distPath Electron's folder
 * @throws {SetupError} with the line to type
 */
export function ensureSandbox(distPath) {
  if (process.platform !== 'linux' || process.getuid?.() === 0 || process.env.AISLE_NO_SANDBOX === '1')
    return;
  const path = join(distPath, 'chrome-sandbox');
  const probe = spawnSync('unshare', ['--user', 'true'], { stdio: 'ignore' });
  // Without `unshare` nothing is known, and Electron will say it itself.
  const hasNamespaces = probe.error !== undefined || probe.status === 0;
  if (sandboxWorks({ hasNamespaces, helper: statSync(path, { throwIfNoEntry: false }) })) return;
  throw new SetupError(
    [
      'This system lets no ordinary user make the namespaces of Chromium’s sandbox. Please type this line, then try again:',
      '',
      `  sudo chown root:root '${path}' && sudo chmod 4755 '${path}'`,
      '',
      'In a container, where that does not help, set AISLE_NO_SANDBOX=1 for development and tests.',
      '',
    ].join('\n'),
  );
}
