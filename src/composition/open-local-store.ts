import path from 'node:path';
import type { Result } from '../contracts/result.ts';
import { applyOperation } from '../core/operations/apply-operation.ts';
import type { DeviceEnvironment } from '../core/ports/environment.ts';
import type { StockRepository } from '../core/ports/shop-store.ts';
import { createSqliteCatalogue, type SqliteCatalogue } from '../platform/store/catalogue.ts';
import type { Connect } from '../platform/store/connection.ts';
import { createFeedWriter, type FeedWriter, type FeedWriterOptions } from '../platform/store/feed-writer.ts';
import { createKioskOperations, type KioskOperations } from '../platform/store/kiosk-operations.ts';
import { createKioskStore, type KioskStore } from '../platform/store/kiosk-store.ts';
import { createDeviceLease } from '../platform/store/lease-mark.ts';
import { baseMigrations } from '../platform/store/migrations/base.ts';
import { kioskMigrations, scrubKioskBackup } from '../platform/store/migrations/kiosk.ts';
import { type Database, openDatabase } from '../platform/store/open-database.ts';
import { countAllAsSent, createOutbox, type Outbox } from '../platform/store/outbox.ts';
import { createRecalls } from '../platform/store/recalls.ts';
import { createDeviceStockRepository } from '../platform/store/stock-repository.ts';
import { storeFailure } from '../platform/store/store-failure.ts';
import type { StoreWatch } from '../platform/store/store-watch.ts';
import { createStoreThread } from '../platform/store/thread/store-thread.ts';

export interface LocalStore {
  readonly database: Database;
  readonly catalogue: SqliteCatalogue;
  readonly store: KioskStore;
  readonly stock: StockRepository;
  readonly operations: KioskOperations;
  readonly outbox: Outbox;
  readonly feed: FeedWriter;
  /** Gives the hub back the unspent rights that it asks for. */
  answerRecalls(storeId: string): Promise<void>;
  /** Ends the thread that writes what the hub sends, if there is one. Before the database is closed. */
  closeThread(): Promise<void>;
}

/** What a simulation owns and a device takes as it is; and where a device pins keys. */
export interface LocalStoreOptions extends Pick<FeedWriterOptions, 'slicing' | 'keepCapsuleKeys'> {
  readonly connect?: Connect;
  readonly watch?: StoreWatch;
  /** Program of the thread that writes what the hub sends; without one it is written here, in slices. */
  readonly threadProgram?: URL;
}

/** Waiting for another program stops the screens, and none but an operator's tool ever writes here. */
const foreignWriterMs = 1000;

export const shopFile = (folder: string): string => path.join(folder, 'shop.sqlite');
export const shopMigrations = [...baseMigrations, ...kioskMigrations];

/** Everything over the one SQLite file of this kiosk. */
export function openLocalStore(
  folder: string,
  environment: DeviceEnvironment,
  deviceIndex: () => number,
  { connect, watch, slicing, threadProgram, keepCapsuleKeys = async () => undefined }: LocalStoreOptions = {},
): Result<LocalStore> {
  const thread =
    threadProgram &&
    createStoreThread({
      program: threadProgram,
      keepCapsuleKeys,
      waitMs: foreignWriterMs,
      ...(watch && { watch }),
    });
  const opened = openDatabase(shopFile(folder), shopMigrations, {
    now: environment.now,
    waitMs: foreignWriterMs,
    scrubBackup: scrubKioskBackup,
    ...(connect && { connect }),
    ...(watch && { watch }),
    ...(thread && { partner: thread.partner }),
  });
  if (!opened.ok) return opened;
  const database = opened.value;
  try {
    countAllAsSent(database);
  } catch (error) {
    database.connection.close();
    const failure = storeFailure(error, database.file);
    if (failure === undefined) throw error;
    return failure;
  }
  thread?.start(database.file);
  const store = createKioskStore({ database, environment, deviceIndex });
  const stock = createDeviceStockRepository(
    database.connection,
    createDeviceLease(database.connection, environment),
  );
  const operations = createKioskOperations({ store, environment, applyOperation });
  const feed = createFeedWriter(database, environment, { keepCapsuleKeys, ...(slicing && { slicing }) });
  return {
    ok: true,
    value: {
      database,
      catalogue: createSqliteCatalogue(database, {
        ...(slicing && { slicing }),
        ...(thread && { news: thread.news }),
      }),
      store,
      stock,
      operations,
      outbox: createOutbox(database),
      feed: thread ? { ...feed, apply: thread.apply } : feed,
      answerRecalls: createRecalls(database.connection, stock, operations),
      closeThread: async () => thread?.close(),
    },
  };
}
