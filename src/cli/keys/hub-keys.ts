import { existsSync } from 'node:fs';
import path from 'node:path';
import { systemEnvironment } from '../../composition/system-environment.ts';
import { fail, type Result } from '../../contracts/result.ts';
import type { HubDatabase } from '../../platform/hub-store/hub-database.ts';
import { openSqliteHub } from '../../platform/hub-store/sqlite-hub.ts';

/** The database of a hub that has been there before. The hub may be running: it is another process on the same database. */
export async function openHubKeys(folder: string): Promise<Result<HubDatabase>> {
  const file = path.join(folder, 'hub.sqlite');
  if (!existsSync(file)) {
    return fail('not-found', `There is no hub's data in ${folder}. Name the folder with --data.`, {
      reason: 'store-missing',
    });
  }
  return openSqliteHub(file, systemEnvironment);
}
