import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectRoot } from './setup/paths.mjs';
import { isCurrentRuntime, registryRuntimeFolder } from './setup/registry-runtime.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executablePath for `_electron.launch({ executablePath })` and `spawn`
 * @property {string} version such as `45.4.1`
 * @property {string} distPath the folder around it; electron-builder's `electronDist`
 * @property {'override' | 'pinned' | 'registry'} source set by the user; what ships; the stand-in for tests
 * @property {Record<string, string>} environment to add to a child's, so that `electron` and `electron-vite` use this
 *   runtime and download none
 */

/** The version that package.json pins, and that ships. */
export function pinnedElectronVersion() {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  return /** @type {string} */ (manifest.devDependencies.electron);
}

/** Where the executable lies in Electron's folder: https://www.electronjs.org/docs/latest/tutorial/application-distribution */
export function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * @param {string} distPath
 * @param {ElectronRuntime['source']} source
 * @returns {ElectronRuntime | undefined} undefined where the folder holds no runtime
 */
function runtimeIn(distPath, source) {
  const executablePath = join(distPath, executableName());
  if (!existsSync(executablePath)) return undefined;
  const versionFile = join(distPath, 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'unknown';
  return {
    executablePath,
    version,
    distPath,
    source,
    environment: { ELECTRON_OVERRIDE_DIST_PATH: distPath, ELECTRON_EXEC_PATH: executablePath },
  };
}

/**
 * The Electron to use, the first of: the folder that the user names in ELECTRON_OVERRIDE_DIST_PATH, the pinned
 * `electron` once it is downloaded, the copy in the cache that setup took out of the npm registry.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {ElectronRuntime | undefined} undefined where setup has not run
 * @throws {Error} when the user's folder holds no Electron
 */
export function findElectronRuntime(environment = process.env) {
  const override = environment.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const runtime = runtimeIn(resolve(override), 'override');
    if (runtime === undefined) {
      throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is ${override}, which holds no ${executableName()}`);
    }
    return runtime;
  }
  // electron's install script writes path.txt last: with it, the download is complete.
  const pinned = join(projectRoot, 'node_modules', 'electron');
  if (existsSync(join(pinned, 'path.txt'))) {
    const runtime = runtimeIn(join(pinned, 'dist'), 'pinned');
    if (runtime?.version === pinnedElectronVersion()) return runtime;
  }
  const cached = registryRuntimeFolder(environment);
  return isCurrentRuntime(cached) ? runtimeIn(cached, 'registry') : undefined;
}

/**
 * As {@link findElectronRuntime}, for callers that cannot go on without.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {ElectronRuntime}
 * @throws {Error} when there is none
 */
export function electronRuntime(environment = process.env) {
  const runtime = findElectronRuntime(environment);
  if (runtime === undefined) throw new Error('No Electron runtime here yet: run `npm run setup`');
  return runtime;
}

/**
 * Flags without which Electron and Chromium do not start as root, or where AISLE_NO_SANDBOX=1 says that there can be
 * no sandbox, as in a container. Anyone else gets none, so that the sandbox stays on. Never in what ships.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string[]}
 */
export function rootFlags(environment = process.env) {
  return process.getuid?.() === 0 || environment.AISLE_NO_SANDBOX === '1' ? ['--no-sandbox'] : [];
}
