import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

const run = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** A small disk of its own, mounted at a folder. */
export interface SmallDisk {
  /** Leaves not a byte free; gives the way to free it again. */
  fill(): () => void;
  remove(): void;
}

/** Undefined where this user may not mount. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | undefined {
  mkdirSync(folder, { recursive: true });
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder)) return undefined;
  return {
    fill: () => {
      const filler = path.join(folder, 'filler');
      const handle = openSync(filler, 'w');
      for (const size of [65_536, 4096, 1]) writeUntilFull(handle, Buffer.alloc(size));
      closeSync(handle);
      return () => rmSync(filler);
    },
    remove: () => {
      run('umount', '-l', folder);
    },
  };
}

function writeUntilFull(handle: number, bytes: Buffer): void {
  try {
    while (writeSync(handle, bytes) === bytes.length);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

/** How large files of a running process may become, in bytes: what goes beyond is written in part, then refused. */
export function limitFileSize(pid: number, bytes: number | 'unlimited'): void {
  if (!run('prlimit', '--pid', String(pid), `--fsize=${bytes}:`)) throw new Error('prlimit failed');
}

/** Keeps every process from writing files, also those that have them open. False where user or disk do not allow it. */
export const freeze = (...files: string[]): boolean => run('chattr', '+i', ...files);
export const thaw = (...files: string[]): boolean => run('chattr', '-i', ...files);
