import { ensurePackages } from './packages.mjs';
import { projectRoot } from './paths.mjs';
import { createProgress, SetupError } from './progress.mjs';

/** The oldest Node that the toolchain runs on: vite 8 wants 20.19. */
const OLDEST_NODE = [20, 19];

/** @param {string} version such as `20.19.0` */
export function nodeIsRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * Sets up what is missing, says on stderr what it does, and is silent and quick where nothing is.
 *
 * @param {{ for: 'start' | 'test' | 'cli' | 'checks' }} purpose `checks` need the packages, `cli` the programs for Node too; the others also Electron and the kiosk
 * @returns {Promise<void>}
 * @throws {SetupError} whose message says what to do
 */
export async function ensure(purpose) {
  if (!nodeIsRecent(process.versions.node)) {
    throw new SetupError(
      `Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`,
    );
  }
  const progress = createProgress();
  await ensurePackages(projectRoot, progress);
  if (purpose.for === 'checks') return;
  const { ensureBuild, kioskBuild, programsBuild } = await import('./build.mjs');
  await ensureBuild(projectRoot, programsBuild, progress);
  if (purpose.for === 'cli') return;

  const [{ ensureSystemPackages }, { ensureElectron }, { ensureSandbox }] = await Promise.all([
    import('./system-packages.mjs'),
    import('./electron.mjs'),
    import('./sandbox.mjs'),
  ]);
  await ensureSystemPackages(progress);
  const { distPath } = await ensureElectron(progress);
  ensureSandbox(distPath);
  await ensureBuild(projectRoot, kioskBuild, progress);
}

/**
 * As {@link ensure}, for programs: a failure is printed and ends the process with 1.
 *
 * @param {Parameters<typeof ensure>[0]} purpose
 */
export async function ensureOrExit(purpose) {
  try {
    await ensure(purpose);
  } catch (error) {
    const shown =
      error instanceof SetupError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`setup: ${shown}\n`);
    process.exit(1);
  }
}
