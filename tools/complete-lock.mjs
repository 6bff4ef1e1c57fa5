/*
 * `node tools/complete-lock.mjs`, after an install from a registry that lacks some packages for other systems: npm then
 * leaves them out of the lock file, and `npm ci` refuses a lock file without them, on every system.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './setup/paths.mjs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];

/**
 * @typedef {object} LockEntry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [os]
 * @property {string[]} [cpu]
 * @property {string[]} [libc]
 * @property {Record<string, string>} [optionalDependencies]
 */

/**
 * Entries for the packages that others name as optional and that are not there. Such packages are called after their
 * system, as in `binding-linux-x64-musl`, from which follows where they are to be installed.
 *
 * @param {Readonly<Record<string, LockEntry>>} packages of a lock file, by path
 * @returns {Record<string, LockEntry>}
 * @throws {Error} for one whose name or version says too little
 */
export function missingEntries(packages) {
  const present = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  const wanted = Object.values(packages).flatMap((owner) =>
    Object.entries(owner.optionalDependencies ?? {})
      .filter(([name]) => !present.has(name))
      .map(([name, version]) => ({ name, version, dev: owner.dev === true })),
  );
  return Object.fromEntries(
    wanted.map(({ name, version, dev }) => {
      const words = name.split(/[/-]/);
      const at = words.findIndex((word) => SYSTEMS.includes(word));
      const [os, cpu, libc = ''] = words.slice(at);
      if (at < 0 || os === undefined || cpu === undefined || !/^\d+\.\d+\.\d+$/.test(version)) {
        throw new Error(`${name}@${version} is missing, and neither name nor version says enough to add it`);
      }
      /** @type {LockEntry} */
      const entry = {
        version,
        cpu: [cpu],
        ...(dev ? { dev } : {}),
        ...(libc.startsWith('musl') ? { libc: ['musl'] } : libc.startsWith('gnu') ? { libc: ['glibc'] } : {}),
        optional: true,
        os: [os],
      };
      return [`node_modules/${name}`, entry];
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(projectRoot, 'package-lock.json');
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingEntries(lock.packages);
  const all = Object.entries({ ...lock.packages, ...missing });
  lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  for (const path of Object.keys(missing)) process.stdout.write(`added ${path}\n`);
}
