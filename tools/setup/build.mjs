import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from './progress.mjs';
import { runCommand } from './run-command.mjs';

/** Files and folders that the kiosk's bundles are made of. The hub and the command line run from source. */
const SOURCES = ['src', 'assets', 'electron.vite.config.ts', 'package-lock.json'];
const NOT_BUNDLED = [/^src\/(hub|cli)\//, /\.test\.tsx?$/];
const STAMP = join('out', '.sources');

/** @param {string} root */
async function sourceFiles(root) {
  const listed = await Promise.all(
    SOURCES.filter((source) => existsSync(join(root, source))).map(async (source) => {
      if (!statSync(join(root, source)).isDirectory()) return [source];
      const inside = await readdir(join(root, source), { recursive: true });
      return inside.map((name) => `${source}/${name}`);
    }),
  );
  return listed.flat().filter((path) => !NOT_BUNDLED.some((pattern) => pattern.test(path)));
}

/**
 * A fingerprint of the sources by name, size and date: files that were removed count too, and nothing is read.
 *
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function sourceFingerprint(root) {
  const hash = createHash('sha256');
  for (const path of (await sourceFiles(root)).sort()) {
    const stats = statSync(join(root, path), { throwIfNoEntry: false });
    if (stats?.isFile()) hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} fingerprint
 */
export function buildIsCurrent(root, fingerprint) {
  const stamp = join(root, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint;
}

/**
 * Builds the kiosk unless `out/` was made from just these sources.
 *
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 * @throws {SetupError} when the build fails
 */
export async function ensureBuild(root, progress) {
  const fingerprint = await sourceFingerprint(root);
  if (buildIsCurrent(root, fingerprint)) return;
  await progress.step('build (electron-vite)', async (report) => {
    const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
    const result = await runCommand(process.execPath, [script, 'build'], { cwd: root, onLine: report });
    if (!result.ok) throw new SetupError(`the build failed:\n${result.output}`);
    // The fingerprint from before: what changed during the build is built next time.
    await writeFile(join(root, STAMP), fingerprint);
  });
}
