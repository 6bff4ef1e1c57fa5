import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Removes what killed builders left: neighbours named after a process that is no more.
 *
 * @param {string} parent
 * @param {string} prefix
 */
async function removeAbandoned(parent, prefix) {
  for (const name of await readdir(parent)) {
    const owner = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN;
    if (Number.isInteger(owner) && !isAlive(owner)) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}

/**
 * Makes a folder whole or not at all, whenever it is interrupted: `fill` works on a neighbour, which then takes the
 * target's name. Of two builders at a time, the first to finish wins.
 *
 * @param {string} target
 * @param {(folder: string) => boolean} isWhole an existing target that is not is replaced
 * @param {(folder: string) => Promise<void>} fill
 */
export async function buildAtomically(target, isWhole, fill) {
  const parent = dirname(target);
  const prefix = `${basename(target)}.partial-`;
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent, prefix);
  const partial = join(parent, `${prefix}${process.pid}`);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial);
  try {
    await fill(partial);
    if (isWhole(target)) return;
    await rm(target, { recursive: true, force: true });
    await rename(partial, target);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}
