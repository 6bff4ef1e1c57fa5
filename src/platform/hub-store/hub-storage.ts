import path from 'node:path';
import { type Result, succeed } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import { lockFolder } from '../store/folder-lock.ts';
import type { Database } from '../store/open-database.ts';
import { beginServing } from './begin-serving.ts';
import type { HubDatabase } from './hub-database.ts';
import { openPostgresHub } from './postgres/postgres-hub.ts';
import { openSearchReplica } from './search-replica.ts';
import { openSqliteHub } from './sqlite-hub.ts';

/** A hub's data, and its data folder, which this process alone holds until `close`. */
export interface HubStorage {
  readonly hub: HubDatabase;
  /** What search reads: the hub's own file, or a copy that follows it. */
  readonly catalogue: Database;
  /** Resolves when `catalogue` has what was committed before the call. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
}

export interface HubStorageOptions {
  readonly folder: string;
  /** Null keeps everything in an SQLite file in the folder. */
  readonly databaseUrl: string | null;
  /** The operator says that the data come from a backup of another tool. */
  readonly restored?: boolean;
  readonly environment: Environment;
  /** Hears of what went wrong beside any call, and is tried again. */
  readonly onProblem: (error: unknown) => void;
}

/**
 * Opens the data of a hub and makes the folder when it is missing. Failures are one line for whoever typed the command; reasons:
 * those of `lockFolder`, `openDatabase` and `openPostgresHub`.
 */
export async function openHubStorage(options: HubStorageOptions): Promise<Result<HubStorage>> {
  const locked = lockFolder(options.folder, 'hub');
  if (!locked.ok) return locked;
  const opened = await open(options).catch((error: unknown) => {
    locked.value();
    throw error;
  });
  if (!opened.ok) {
    locked.value();
    return opened;
  }
  const { hub, catalogue, catchUp, close } = opened.value;
  return succeed({
    hub,
    catalogue,
    catchUp,
    async close() {
      await close();
      locked.value();
    },
  });
}

async function open({
  folder,
  databaseUrl,
  restored = false,
  environment,
  onProblem,
}: HubStorageOptions): Promise<Result<HubStorage>> {
  if (databaseUrl === null) {
    const opened = await openSqliteHub(path.join(folder, 'hub.sqlite'), environment);
    if (!opened.ok) return opened;
    const hub = opened.value;
    await beginServing(hub, { restored });
    return succeed({
      hub,
      catalogue: hub.database,
      catchUp: async () => undefined,
      close: () => hub.close(),
    });
  }
  const opened = await openPostgresHub(databaseUrl, environment, onProblem);
  if (!opened.ok) return opened;
  const hub = opened.value;
  await beginServing(hub, { restored });
  const file = path.join(folder, 'search.sqlite');
  const replica = openSearchReplica({ file, hub, environment, onProblem });
  if (!replica.ok) {
    await hub.close();
    return replica;
  }
  const { database, catchUp } = replica.value;
  return succeed({
    hub,
    catalogue: database,
    catchUp,
    async close() {
      await replica.value.close();
      await hub.close();
    },
  });
}
