import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout: the folder that holds package.json. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Where large things that outlive a checkout are kept.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string}
 */
export function cacheRoot(environment = process.env) {
  const base = environment.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'aisle');
}
