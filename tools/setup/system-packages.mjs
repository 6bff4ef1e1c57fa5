import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError } from './progress.mjs';
import { runCommand } from './run-command.mjs';

/**
 * What a bare Debian or Ubuntu lacks for Electron, its display under test, web pages under test and the count of what a
 * reservation asks of the disk.
 *
 * @typedef {object} SystemPackage
 * @property {string} name
 * @property {string} [renamed] its name since the change to 64-bit time: https://wiki.debian.org/ReleaseGoals/64bit-time
 * @property {readonly string[]} [commands] any of these on the PATH does as well
 */

/** @type {readonly SystemPackage[]} */
export const systemPackages = [
  { name: 'xvfb', commands: ['Xvfb'] },
  { name: 'libnss3' },
  { name: 'libgtk-3-0', renamed: 'libgtk-3-0t64' },
  { name: 'libatk-bridge2.0-0', renamed: 'libatk-bridge2.0-0t64' },
  { name: 'libgbm1' },
  { name: 'libasound2', renamed: 'libasound2t64' },
  { name: 'fonts-noto-core' },
  { name: 'strace', commands: ['strace'] },
  { name: 'chromium', commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] },
  { name: 'postgresql', commands: ['initdb'] },
];

/**
 * @param {readonly string[]} names
 * @param {string} [path] as in PATH
 * @returns {string | undefined} full path of the first that is there
 */
export function findCommand(names, path = process.env.PATH ?? '') {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}

/**
 * Whether this system has the packages renamed for 64-bit time: Debian from 13, Ubuntu from 24.04.
 *
 * @param {string} osRelease text of /etc/os-release
 */
export function hasRenamedPackages(osRelease) {
  const field = (/** @type {string} */ key) =>
    new RegExp(`^${key}="?([^"\\n]*)"?$`, 'm').exec(osRelease)?.[1];
  const version = Number.parseFloat(field('VERSION_ID') ?? 'NaN');
  // Debian's testing and unstable have no VERSION_ID.
  if (Number.isNaN(version)) return true;
  return field('ID') === 'ubuntu' ? version >= 24.04 : version >= 13;
}

/**
 * @param {object} system
 * @param {ReadonlySet<string>} system.installed names of installed packages
 * @param {boolean} system.renamed see {@link hasRenamedPackages}
 * @param {(names: readonly string[]) => boolean} system.hasCommand
 * @returns {string[]} names to install
 */
export function missingPackages({ installed, renamed, hasCommand }) {
  return systemPackages
    .filter(({ name, renamed: newName, commands }) => {
      if (installed.has(name) || (newName !== undefined && installed.has(newName))) return false;
      return commands === undefined || !hasCommand(commands);
    })
    .map(({ name, renamed: newName }) => (renamed ? (newName ?? name) : name));
}

/** @param {readonly string[]} names @returns {string} the one line for a user to type */
export function installLine(names) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/**
 * Asks dpkg, not apt: a few milliseconds.
 *
 * @returns {Set<string> | undefined} undefined where there is no dpkg
 */
function installedPackages() {
  const names = systemPackages.flatMap(({ name, renamed }) =>
    renamed === undefined ? [name] : [name, renamed],
  );
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const format = '${Package} ${db:Status-Status}\n';
  const result = spawnSync('dpkg-query', ['-W', '-f', format, ...names], {
    encoding: 'utf8',
  });
  if (result.error) return undefined;
  const lines = result.stdout.split('\n').filter((line) => line.endsWith(' installed'));
  return new Set(lines.map((line) => line.slice(0, line.indexOf(' '))));
}

/**
 * @param {readonly string[]} names
 * @param {import('./progress.mjs').Progress} progress
 */
async function installAsRoot(names, progress) {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-y', '-o', 'DPkg::Lock::Timeout=120'];
  await progress.step(`system packages: ${names.join(' ')}`, async (report) => {
    for (const args of [['update'], ['install', ...options, '--no-install-recommends', ...names]]) {
      const result = await runCommand('apt-get', args, { env: environment, onLine: report });
      if (!result.ok) throw new SetupError(`apt-get ${args.join(' ')} failed:\n${result.output}`);
    }
  });
}

/**
 * Installs what is missing when run as root; never uses sudo by itself.
 *
 * @param {import('./progress.mjs').Progress} progress
 * @throws {SetupError} with the line to type, for an ordinary user; or when apt-get fails
 */
export async function ensureSystemPackages(progress) {
  if (process.platform !== 'linux') return;
  const hasCommand = (/** @type {readonly string[]} */ names) => findCommand(names) !== undefined;
  const installed = installedPackages();
  if (installed === undefined) {
    if (!hasCommand(['Xvfb'])) {
      progress.say(
        'setup: no dpkg here, so please see to it that Electron’s libraries, Xvfb, Noto fonts, Chromium and PostgreSQL are there',
      );
    }
    return;
  }
  const osRelease = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const missing = missingPackages({ installed, renamed: hasRenamedPackages(osRelease), hasCommand });
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    throw new SetupError(
      `These system packages are missing. Please type this line, then try again:\n\n  ${installLine(missing)}\n`,
    );
  }
  await installAsRoot(missing, progress);
}
