import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { buildAtomically } from './atomic-folder.mjs';
import { SetupError } from './progress.mjs';
import { runCommand } from './run-command.mjs';

/**
 * What is built into `out/` from the sources.
 *
 * @typedef {object} Build
 * @property {string} name as the progress shows it
 * @property {readonly string[]} command of Node, relative to the root
 * @property {readonly string[]} sources files and folders
 * @property {readonly RegExp[]} without what of them is no part of it
 * @property {string} stamp file that says of which sources it is
 * @property {string} [folder] all that it makes: put in place as a whole, for commands that begin at the same time build it too
 */

const tests = /\.test\.tsx?$/;

/** @type {Build} */
export const kioskBuild = {
  name: 'build (electron-vite)',
  command: ['node_modules/electron-vite/bin/electron-vite.js', 'build'],
  sources: ['src', 'assets', 'electron.vite.config.ts', 'package-lock.json'],
  without: [/^src\/(hub|cli)\//, tests],
  stamp: 'out/.sources',
};

/** @type {Build} */
export const programsBuild = {
  name: 'build of hub and command line (vite)',
  command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.node.config.ts'],
  sources: ['src', 'tools', 'assets/locales', 'vite.node.config.ts', 'package-lock.json'],
  without: [/^src\/(main|preload|renderer)\//, tests],
  stamp: 'out/node/.sources',
  folder: 'out/node',
};

/**
 * @param {string} root
 * @param {Build} build
 */
async function sourceFiles(root, { sources, without }) {
  const listed = await Promise.all(
    sources
      .filter((source) => existsSync(join(root, source)))
      .map(async (source) => {
        if (!statSync(join(root, source)).isDirectory()) return [source];
        const inside = await readdir(join(root, source), { recursive: true });
        return inside.map((name) => `${source}/${name}`);
      }),
  );
  return listed.flat().filter((path) => !without.some((pattern) => pattern.test(path)));
}

/**
 * A fingerprint of the sources by name, size and date: files that were removed count too, and nothing is read.
 *
 * @param {string} root
 * @param {Build} build
 * @returns {Promise<string>}
 */
export async function sourceFingerprint(root, build) {
  const hash = createHash('sha256');
  for (const path of (await sourceFiles(root, build)).sort()) {
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (stats?.isFile()) hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {Build} build
 * @param {string} fingerprint
 */
export function buildIsCurrent(root, { stamp }, fingerprint) {
  const file = join(root, stamp);
  return existsSync(file) && readFileSync(file, 'utf8') === fingerprint;
}

/**
 * Builds unless what is in `out/` was made from just these sources.
 *
 * @param {string} root
 * @param {Build} build
 * @param {import('./progress.mjs').Progress} progress
 * @throws {SetupError} when the build fails
 */
export async function ensureBuild(root, build, progress) {
  const fingerprint = await sourceFingerprint(root, build);
  if (buildIsCurrent(root, build, fingerprint)) return;
  await progress.step(build.name, async (report) => {
    const run = async (/** @type {readonly string[]} */ ...more) => {
      const [script = '', ...args] = build.command;
      const command = [join(root, script), ...args, ...more];
      const result = await runCommand(process.execPath, command, { cwd: root, onLine: report });
      if (!result.ok) throw new SetupError(`the build failed:\n${result.output}`);
    };
    // The fingerprint from before: what changed during the build is built next time.
    if (build.folder === undefined) {
      await run();
      await writeFile(join(root, build.stamp), fingerprint);
      return;
    }
    const isWhole = () => buildIsCurrent(root, build, fingerprint);
    await buildAtomically(join(root, build.folder), isWhole, async (folder) => {
      await run('--outDir', folder);
      await writeFile(join(folder, basename(build.stamp)), fingerprint);
    });
  });
}
