import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { makeFolder } from './make-folder.ts';
import { codeOf } from './store-failure.ts';

/** Who keeps data in the folder; names the other process in the words for a person. */
export type FolderHolder = 'hub' | 'kiosk';

const others: Readonly<Record<FolderHolder, string>> = {
  hub: 'another hub',
  kiosk: 'another kiosk, or a command that works on it',
};

/**
 * Makes the folder when it is missing and holds it against every other process until the given function is called. The
 * lock is an open exclusive transaction on a file of its own, so the system drops it when the process dies, however it
 * dies. Failures by reason: `folder-locked`, `folder-read-only`, `folder-unusable`.
 */
export function lockFolder(folder: string, holder: FolderHolder): Result<() => void> {
  try {
    makeFolder(folder, 0o700);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    return codeOf(error) === 'EROFS' ? readOnly(folder) : unusable(folder);
  }
  let lock: Libsql.Database | undefined;
  try {
    lock = new Libsql(path.join(folder, 'lock.sqlite'), { timeout: 100 });
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return succeed(() => held.close());
  } catch (error) {
    lock?.close();
    if (!/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) return unusable(folder);
    return fail(
      'conflict',
      `The data folder ${folder} is in use by ${others[holder]}. Stop that one, or choose another folder with --data.`,
      { reason: 'folder-locked' },
    );
  }
}

const readOnly = (folder: string): Result<never> =>
  fail(
    'denied',
    `The disk of the data folder ${folder} is read-only. Make it writable (a system does this to a disk that fails: have it checked), or choose another folder with --data.`,
    { reason: 'folder-read-only' },
  );

const unusable = (folder: string): Result<never> =>
  fail(
    'invalid',
    `The data folder ${folder} cannot be made or written. Check its owner and permissions, or choose another with --data.`,
    { reason: 'folder-unusable' },
  );
