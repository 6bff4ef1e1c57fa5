import path from 'node:path';
import { type Result, succeed } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { beginServing } from './begin-serving.ts';
import { openSqliteHub, type SqliteHub } from './sqlite-hub.ts';

/** A hub's data folder, held by this process alone until `close`. */
export interface HubFolder {
  readonly hub: SqliteHub;
  close(): Promise<void>;
}

/**
 * Opens the data of a hub and makes the folder when it is missing. Failures are one line for whoever typed the command; reasons:
 * those of `lockFolder` and of `openDatabase`.
 */
export async function openHubFolder(
  folder: string,
  environment: Environment,
  options: { readonly restored?: boolean } = {},
): Promise<Result<HubFolder>> {
  const locked = lockFolder(folder, 'hub');
  if (!locked.ok) return locked;
  const opened = await openSqliteHub(path.join(folder, 'hub.sqlite'), environment);
  if (!opened.ok) {
    locked.value();
    return opened;
  }
  await beginServing(opened.value, options);
  return succeed({
    hub: opened.value,
    async close() {
      await opened.value.close();
      locked.value();
    },
  });
}
