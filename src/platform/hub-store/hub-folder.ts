import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import { makeFolder } from '../store/make-folder.ts';
import { type HubDatabase, openHubDatabase } from './hub-database.ts';

/** A hub's data folder, held by this process alone until `close`. */
export interface HubFolder {
  readonly hub: HubDatabase;
  close(): Promise<void>;
}

/**
 * Opens the data of a hub and makes the folder when it is missing. Failures are one line for whoever typed the command; reasons:
 * `folder-unusable`, `folder-locked`, and those of `openDatabase`.
 */
export function openHubFolder(folder: string, environment: Environment): Result<HubFolder> {
  const locked = lockFolder(folder);
  if (!locked.ok) return locked;
  const opened = openHubDatabase(path.join(folder, 'hub.sqlite'), environment);
  if (!opened.ok) {
    locked.value();
    return opened;
  }
  return succeed({
    hub: opened.value,
    async close() {
      await opened.value.close();
      locked.value();
    },
  });
}

/** A lock that the system drops when the process dies, however it dies: an open exclusive transaction on an own file. */
function lockFolder(folder: string): Result<() => void> {
  try {
    makeFolder(folder, 0o700);
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return fail(
      'invalid',
      `The data folder ${folder} cannot be made or written. Choose another with --data.`,
      {
        reason: 'folder-unusable',
      },
    );
  }
  let lock: Libsql.Database | undefined;
  try {
    lock = new Libsql(path.join(folder, 'lock.sqlite'), { timeout: 100 });
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return succeed(() => held.close());
  } catch (error) {
    lock?.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
      return fail(
        'conflict',
        `The data folder ${folder} is in use by another hub. Stop that one, or choose another folder with --data.`,
        { reason: 'folder-locked' },
      );
    }
    return fail('invalid', `The data folder ${folder} cannot be used. Choose another with --data.`, {
      reason: 'folder-unusable',
    });
  }
}
