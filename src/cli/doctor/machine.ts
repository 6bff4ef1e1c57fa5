import { spawnSync } from 'node:child_process';
import { access, constants, open, readdir, rm, statfs } from 'node:fs/promises';
import path from 'node:path';
import { findElectronRuntime } from '../../../tools/electron-path.mjs';
import { readForeignSettings } from '../../platform/mcp/foreign/settings.ts';
import { makeFolder } from '../../platform/store/make-folder.ts';
import { type Finding, ok, problem, reasonOf, warning } from './check.ts';

/** A kiosk's data is some 100 MB for 100,000 variants; a log and a backup fit beside it. */
const minimumFreeBytes = 1024 ** 3;
const gigabytes = (bytes: number) => `${(bytes / 1024 ** 3).toFixed(1)} GB`;

/** Video devices of the machine; only Linux shows them as files. */
export async function checkCamera(): Promise<Finding> {
  if (process.platform !== 'linux') return ok('camera', 'asked for by the kiosk itself on this system');
  const devices = (await readdir('/dev').catch(() => [])).filter((name) => /^video\d+$/.test(name));
  if (devices.length === 0) {
    return warning(
      'camera',
      'no /dev/video* here',
      'Plug in a camera; until then shoppers restore by phone number or with a keyboard-wedge scanner.',
    );
  }
  const readable = await Promise.all(
    devices.map((name) =>
      access(`/dev/${name}`, constants.R_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (readable.includes(true)) return ok('camera', devices.map((name) => `/dev/${name}`).join(', '));
  return problem(
    'camera',
    `${devices.join(', ')} not readable`,
    "Add the kiosk's user to the group 'video'.",
  );
}

export function checkDisplay(environment: NodeJS.ProcessEnv): Finding {
  if (process.platform !== 'linux') return ok('display', process.platform);
  if (environment.WAYLAND_DISPLAY) return ok('display', `Wayland ${environment.WAYLAND_DISPLAY}`);
  if (environment.DISPLAY) return ok('display', `X11 ${environment.DISPLAY}`);
  const hasXvfb = spawnSync('which', ['Xvfb']).status === 0;
  return warning(
    'display',
    hasXvfb ? 'none (Xvfb is here)' : 'none',
    hasXvfb
      ? "'aisle start' will run under Xvfb and save a screenshot; in a shop, start it in a desktop session."
      : 'Start in a desktop session, or run npm start once to install Xvfb.',
  );
}

export function checkRuntime(environment: NodeJS.ProcessEnv): Finding {
  try {
    const runtime = findElectronRuntime(environment);
    if (!runtime) return problem('electron', 'no runtime', 'Run npm start once; it gets one.');
    const source = runtime.source === 'registry' ? ', the stand-in for building and testing' : '';
    return ok('electron', `${runtime.version}${source}`);
  } catch (error) {
    return problem(
      'electron',
      reasonOf(error),
      'Unset ELECTRON_OVERRIDE_DIST_PATH or point it at an Electron.',
    );
  }
}

/** Writes and syncs a small file, so that a full or read-only disk shows. */
export async function checkDisk(folder: string): Promise<Finding> {
  const probe = path.join(folder, `.doctor-${process.pid}`);
  try {
    makeFolder(folder);
    const file = await open(probe, 'w');
    await file.writeFile('probe');
    await file.sync();
    await file.close();
  } catch (error) {
    return problem('disk', reasonOf(error), `Make ${folder} writable, or name another folder with --data.`);
  } finally {
    // Where the folder is no folder, there is nothing to remove.
    await rm(probe, { force: true }).catch(() => undefined);
  }
  const disk = await statfs(folder);
  const free = disk.bavail * disk.bsize;
  if (free < minimumFreeBytes) {
    return problem(
      'disk',
      `${gigabytes(free)} free at ${folder}`,
      'Free at least 1 GB: the store must be able to grow.',
    );
  }
  return ok('disk', `${gigabytes(free)} free at ${folder}, writable`);
}

/** Reads the file of foreign MCP servers; does not start or ask them. */
export async function checkServers(environment: NodeJS.ProcessEnv): Promise<Finding> {
  const settings = await readForeignSettings(environment);
  if (!settings.ok) {
    return problem(
      'servers',
      settings.failure.message,
      'Until it can be read, the agent works without their tools.',
    );
  }
  const names = settings.value.map(({ name }) => name).join(', ');
  return ok('servers', names === '' ? 'no MCP servers named' : `${names}: named, not asked`);
}
