import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronRuntime } from '../electron-path.mjs';

/** The user `nobody`, who is everywhere and owns nothing. */
const NOBODY = 65534;

/**
 * @typedef {object} OrdinaryElectron
 * @property {string} executablePath runs Electron as an ordinary user, with that user's own home; pass no `--no-sandbox`,
 *   and `chromiumSandbox: true` to playwright, which turns the sandbox off otherwise
 * @property {string} home a folder that this user may write to; others' files must be readable for everyone
 * @property {boolean} sandboxWorks whether this machine lets an ordinary user have Chromium's sandbox
 * @property {() => void} remove
 */

/**
 * For tests that want the sandbox on even where root runs them: Chromium has none for root. Made of hard links where it
 * can be, since the cache is in a home that only its owner may enter.
 *
 * @returns {OrdinaryElectron}
 * @throws {Error} when the runtime cannot be copied
 */
export function ordinaryElectron() {
  const { distPath, executablePath } = electronRuntime();
  const folder = mkdtempSync(join(tmpdir(), 'aisle-ordinary-'));
  const home = join(folder, 'home');
  mkdirSync(home);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  if (process.getuid?.() !== 0) {
    const probe = spawnSync('unshare', ['--user', 'true'], { stdio: 'ignore' });
    return { executablePath, home, sandboxWorks: probe.status === 0, remove };
  }

  const copy = join(folder, 'electron');
  const linked = spawnSync('cp', ['--archive', '--link', distPath, copy], { stdio: 'ignore' });
  // The temporary folder may be on another disk.
  if (linked.status !== 0 && spawnSync('cp', ['--archive', distPath, folder]).status !== 0) {
    throw new Error(`could not copy ${distPath} to ${folder}`);
  }
  chmodSync(folder, 0o755);
  chownSync(home, NOBODY, NOBODY);
  const asNobody = ['--reuid', String(NOBODY), '--regid', String(NOBODY), '--clear-groups'];
  const wrapper = join(folder, 'as-nobody');
  writeFileSync(
    wrapper,
    `#!/bin/sh\nexport HOME='${home}'\nunset XDG_CONFIG_HOME XDG_CACHE_HOME XDG_RUNTIME_DIR\nexec setpriv ${asNobody.join(' ')} '${join(copy, 'electron')}' "$@"\n`,
    { mode: 0o755 },
  );
  const probe = spawnSync('setpriv', [...asNobody, 'unshare', '--user', 'true'], { stdio: 'ignore' });
  return { executablePath: wrapper, home, sandboxWorks: probe.status === 0, remove };
}
