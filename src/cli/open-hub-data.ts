import { existsSync } from 'node:fs';
import path from 'node:path';
import { systemEnvironment } from '../composition/system-environment.ts';
import { fail, type Result, succeed } from '../contracts/result.ts';
import type { HubDatabase } from '../platform/hub-store/hub-database.ts';
import { openPostgresHub } from '../platform/hub-store/postgres/postgres-hub.ts';
import { openSqliteHub } from '../platform/hub-store/sqlite-hub.ts';
import { makeFolder } from '../platform/store/make-folder.ts';

/** A hub's data beside the hub, which may be running: a command is another process on the same database. */
export interface HubData {
  readonly hub: HubDatabase;
  /** Where it is, for people. */
  readonly place: string;
}

export type OpenHubData = (folder: string, options: { readonly make: boolean }) => Promise<Result<HubData>>;

/**
 * Opens the database at `DATABASE_URL`, or the file in the folder. Failures are one line: those of the two databases, and where
 * there is no file, `store-missing`, or with `make` `folder-unusable`.
 */
export function createOpenHubData({
  DATABASE_URL: url,
}: Readonly<Record<string, string | undefined>>): OpenHubData {
  return async (folder, { make }) => {
    if (url) {
      const opened = await openPostgresHub(url, systemEnvironment, () => undefined);
      return opened.ok ? succeed({ hub: opened.value, place: opened.value.place }) : opened;
    }
    const file = path.join(folder, 'hub.sqlite');
    if (!make && !existsSync(file)) {
      return fail('not-found', `There is no hub's data in ${folder}. Name the folder with --data.`, {
        reason: 'store-missing',
      });
    }
    try {
      makeFolder(folder, 0o700);
    } catch {
      return fail('invalid', `The data folder ${folder} cannot be made: choose another with --data.`, {
        reason: 'folder-unusable',
      });
    }
    const opened = await openSqliteHub(file, systemEnvironment);
    return opened.ok ? succeed({ hub: opened.value, place: folder }) : opened;
  };
}
