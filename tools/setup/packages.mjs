import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './progress.mjs';
import { runCommand } from './run-command.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} LockFile
 */

/**
 * Whether what npm says it installed is what the lock file asks for. Contents are compared, not dates: a checkout
 * changes a file's date but not what is installed, and an install that was killed leaves no record.
 *
 * @param {LockFile} wanted package-lock.json
 * @param {LockFile} installed node_modules/.package-lock.json, npm's own record, written last
 * @returns {boolean}
 */
export function matchesLock(wanted, installed) {
  const there = installed.packages ?? {};
  return Object.entries(wanted.packages ?? {}).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const found = there[path];
    // Optional packages are there only on the system that they are for.
    if (found === undefined)
      return entry.optional === true || entry.devOptional === true || entry.peer === true;
    return found.version === entry.version;
  });
}

/** @param {string} path @returns {LockFile} */
function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}

/** @param {string} root the checkout */
export function packagesAreInstalled(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  return existsSync(record) && matchesLock(readLock(join(root, 'package-lock.json')), readLock(record));
}

/**
 * Installs the packages exactly as locked, unless they are.
 *
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 * @throws {SetupError} when npm fails
 */
export async function ensurePackages(root, progress) {
  if (packagesAreInstalled(root)) return;
  await progress.step('packages (npm ci)', async () => {
    const result = await runCommand('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
    });
    if (!result.ok) throw new SetupError(`npm ci failed:\n${result.output}`);
  });
}
