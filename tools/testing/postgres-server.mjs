import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findCommand } from '../setup/system-packages.mjs';

/** PostgreSQL does not run as root; the user `nobody` is everywhere and owns nothing. */
const NOBODY = 65534;
const DEBIAN = '/usr/lib/postgresql';

/**
 * @typedef {object} PostgresServer
 * @property {string} url of its database `postgres`, as a user who may do everything
 * @property {() => Promise<void>} stop forgets all data
 */

/** @returns {string} the folder of `initdb` and `postgres`; Debian keeps them off the PATH */
function programs() {
  const initdb = findCommand(['initdb']);
  if (initdb !== undefined) return join(initdb, '..');
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const [newest] = versions.sort((one, other) => Number(other) - Number(one));
  const folder = join(DEBIAN, newest ?? '', 'bin');
  if (newest !== undefined && existsSync(join(folder, 'initdb'))) return folder;
  throw new Error(
    'Tests of the hub on PostgreSQL need its programs: install the package postgresql, or name a server with AISLE_TEST_POSTGRES=postgres://user@host/postgres.',
  );
}

/**
 * A server of its own in a temporary folder, on a socket there. What it writes is not safe from a power cut: tests do not
 * need that, and are faster.
 *
 * @returns {Promise<PostgresServer>}
 */
export async function startPostgres() {
  const bin = programs();
  const folder = mkdtempSync(join(tmpdir(), 'aisle-postgres-'));
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  chmodSync(folder, 0o755);
  if (asRoot) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'aisle', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: folder, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);

  const settings = ['fsync=off', 'full_page_writes=off', 'listen_addresses=', 'max_connections=200'];
  const argv = ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(bin, 'postgres'), argv, {
    ...user,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  server.stderr.on('data', (piece) => {
    said = `${said}${piece}`.slice(-4000);
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const status = join(data, 'postmaster.pid');
  while (!(existsSync(status) && /^ready\s*$/m.test(readFileSync(status, 'utf8')))) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start: ${said}`);
    await sleep(50);
  }
  return {
    url: `postgres://aisle@localhost/postgres?host=${encodeURIComponent(folder)}`,
    async stop() {
      // Sessions are ended, not waited for.
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
