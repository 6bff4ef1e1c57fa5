import { existsSync, statSync } from 'node:fs';
import type { StorageHealth } from '../contracts/kiosk-ipc.ts';
import { type Result, succeed } from '../contracts/result.ts';
import type { Environment } from '../core/ports/environment.ts';
import { lastBackupAt } from '../platform/store/backup.ts';
import type { Database } from '../platform/store/open-database.ts';
import { leaveCleanMark, leaveSuspectMark } from '../platform/store/rescue/marks.ts';
import { mendStore } from '../platform/store/rescue/mend-store.ts';
import { createStoreWatch, type StoreTrouble, type StoreWatch } from '../platform/store/store-watch.ts';
import { shopFile, shopMigrations } from './open-local-store.ts';

export interface DeviceStorageOptions {
  readonly dataFolder: string;
  readonly environment: Environment;
  readonly onWarning: (message: string) => void;
  /** Called when something keeps the store from being written or read, and with null when that is over. */
  readonly onStorage: (trouble: StoreTrouble | null, error?: unknown) => void;
}

/** A device's store file from before it is opened until after it is closed. */
export interface DeviceStorage {
  readonly watch: StoreWatch;
  health(database: Database): Promise<StorageHealth>;
  close(database: Database): Promise<void>;
}

/** Mends the file if it has to be. Failures are words for the operator. */
export async function prepareStorage(options: DeviceStorageOptions): Promise<Result<DeviceStorage>> {
  const { dataFolder, environment, onWarning, onStorage } = options;
  const file = shopFile(dataFolder);
  const mended = await mendStore(file, shopMigrations, { ...environment, onWarning });
  if (!mended.ok) return mended;
  const { restored } = mended.value;
  const watch = createStoreWatch({
    file,
    now: environment.now,
    onTrouble: (trouble, error) => {
      if (trouble === 'damaged') bestEffort(() => leaveSuspectMark(file));
      onStorage(trouble, error);
    },
  });
  return succeed({
    watch,
    health: async (database) => {
      // What was full may have been emptied, and nobody has written since.
      if (watch.trouble() !== null) await tryWriting(database);
      const trouble = watch.trouble();
      return {
        state: trouble?.kind ?? 'well',
        since: instantOf(trouble?.since ?? null),
        restored: restored && { ...restored, at: new Date(restored.at).toISOString() },
        backupAt: instantOf(lastBackupAt(file)),
      };
    },
    close: async (database) => {
      await database.close();
      const log = `${file}-wal`;
      const whole = !existsSync(log) || statSync(log).size === 0;
      if (whole && watch.trouble() === null) bestEffort(() => leaveCleanMark(file));
    },
  });
}

const instantOf = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** Its outcome is heard by the watch. */
async function tryWriting(database: Database): Promise<void> {
  await database
    .transaction((query) => query.updateTable('replica').set({ id: 1 }).execute())
    .catch(() => undefined);
}

/** A disk that takes no mark has been told of already; without it the next start looks at the whole file. */
function bestEffort(leaveMark: () => void): void {
  try {
    leaveMark();
  } catch {
    // See above.
  }
}
