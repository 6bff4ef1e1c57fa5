import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beginServing } from '../../../src/platform/hub-store/begin-serving.ts';
import type { HubDatabase } from '../../../src/platform/hub-store/hub-database.ts';
import { markAsBackup } from '../../../src/platform/hub-store/migrations.ts';
import { openPostgresHub } from '../../../src/platform/hub-store/postgres/postgres-hub.ts';
import { openSqliteHub, type SqliteHub } from '../../../src/platform/hub-store/sqlite-hub.ts';
import { backUp } from '../../../src/platform/store/backup.ts';
import { askDatabase, copyDatabase, freshDatabase } from './test-server.ts';

/** What a hub can be kept in. */
export const databases = ['SQLite', 'PostgreSQL'] as const;
export type DatabaseKind = (typeof databases)[number];

type Environment = HubDatabase['environment'];

/** A hub that is stopped, started, saved and restored. */
export interface HubPlace {
  /** The hub that runs now. */
  readonly hub: HubDatabase;
  /** Stops the hub and starts it on the same data. */
  startAnew(): Promise<void>;
  /**
   * Keeps a copy of the data; `marked` as `aisle backup` marks its own, others are like a tool's that knows nothing of the hub.
   * Gives what stops the hub and starts it on the copy.
   */
  save(options: { readonly marked: boolean }): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

export const openHubPlace = (
  kind: DatabaseKind,
  folder: string,
  environment: Environment,
): Promise<HubPlace> =>
  kind === 'SQLite' ? inFile(path.join(folder, 'hub.sqlite'), environment) : onServer(environment);

async function inFile(file: string, environment: Environment): Promise<HubPlace> {
  const start = async (): Promise<SqliteHub> => {
    const opened = await openSqliteHub(file, environment);
    if (!opened.ok) throw new Error(opened.failure.message);
    await beginServing(opened.value);
    return opened.value;
  };
  let hub = await start();
  const startAnew = async (): Promise<void> => {
    await hub.close();
    hub = await start();
  };
  return {
    get hub() {
      return hub;
    },
    startAnew,
    async save({ marked }) {
      const scrub = marked ? markAsBackup : undefined;
      const backup = backUp(hub.database.connection, file, { schema: 'test', at: environment.now(), scrub });
      return async () => {
        await hub.close();
        for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
        copyFileSync(backup, file);
        hub = await start();
      };
    },
    close: () => hub.close(),
  };
}

async function onServer(environment: Environment): Promise<HubPlace> {
  let url = await freshDatabase();
  const start = async (): Promise<HubDatabase> => {
    const opened = await openPostgresHub(url, environment, (error) => {
      throw error;
    });
    if (!opened.ok) throw new Error(opened.failure.message);
    await beginServing(opened.value);
    return opened.value;
  };
  let hub = await start();
  return {
    get hub() {
      return hub;
    },
    async startAnew() {
      await hub.close();
      hub = await start();
    },
    async save({ marked }) {
      // The server copies a database that nobody is connected to.
      await hub.close();
      const copy = await copyDatabase(url);
      if (marked) await askDatabase(copy, 'UPDATE hub SET backup = 1');
      hub = await start();
      return async () => {
        await hub.close();
        url = copy;
        hub = await start();
      };
    },
    close: () => hub.close(),
  };
}
