import type { Payment } from '../../contracts/payment.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { ShopTransaction } from '../../core/ports/shop-store.ts';
import type { Connect } from '../store/connection.ts';
import { baseMigrations } from '../store/migrations/base.ts';
import { type Database, openDatabase, type Query } from '../store/open-database.ts';
import { headCursor } from './feed-log.ts';
import { ensureIdentity } from './hub-identity.ts';
import { createHubShopTransaction } from './hub-shop-transaction.ts';
import { hubMigrations } from './migrations.ts';
import { createSqliteTextIndex, type ProductTextIndex } from './product-text-index.ts';
import type { Sql } from './sql.ts';
import { createQueuedSql, createSqliteSql } from './sqlite-sql.ts';
import { createTransactionGuard } from './transaction-guard.ts';

/** A fact that others may want to hear of; told after the commit that made it true, never before. */
export type Announcement =
  | { readonly type: 'feed-advanced'; readonly cursor: number }
  | { readonly type: 'session-changed'; readonly sessionId: string; readonly by: string | null }
  | { readonly type: 'payment-changed'; readonly payment: Payment; readonly deviceId: string | null }
  | { readonly type: 'handover-used'; readonly sessionId: string }
  | { readonly type: 'message-waiting' };

export interface HubTransaction {
  /** Milliseconds since 1970, read once. */
  readonly now: number;
  /** Of this transaction; of no use once it is over. */
  readonly sql: Sql;
  readonly query: Query;
  readonly textIndex: ProductTextIndex;
  /** The shop's ports, on behalf of the hub itself or of one device. */
  shop(deviceId: string | null): ShopTransaction;
  announce(announcement: Exclude<Announcement, { type: 'feed-advanced' }>): void;
}

/** The hub's file, its transactions, and what they announce. */
export interface HubDatabase {
  readonly database: Database;
  /**
   * Reads outside of a transaction, each of what is committed; writes go through `transaction`. Throws inside of one,
   * where it would wait for ever.
   */
  readonly sql: Sql;
  readonly environment: Environment;
  /** Runs `work` in a transaction that is durable when this resolves and rolled back when `work` throws. */
  transaction<T>(work: (transaction: HubTransaction) => Promise<T>): Promise<T>;
  subscribe(listener: (announcement: Announcement) => void): () => void;
  /** Announces what another process (an import) wrote into the file; called by a timer. */
  noticeForeignChanges(): Promise<void>;
  close(): Promise<void>;
}

export async function openHubDatabase(
  file: string,
  environment: Environment,
  connect?: Connect,
): Promise<Result<HubDatabase>> {
  const opened = openDatabase(file, [...baseMigrations, ...hubMigrations], {
    now: environment.now,
    ...(connect && { connect }),
  });
  return opened.ok ? succeed(await createHubDatabase(opened.value, environment)) : opened;
}

async function createHubDatabase(database: Database, environment: Environment): Promise<HubDatabase> {
  const guard = createTransactionGuard();
  const direct = createSqliteSql(database.connection);
  await ensureIdentity(direct, environment);
  const listeners = new Set<(announcement: Announcement) => void>();
  let announcedCursor = await headCursor(direct);
  const sql = guard.outside(createQueuedSql(direct, database.query));

  const tell = (announcement: Announcement): void => {
    for (const listener of [...listeners]) listener(announcement);
  };
  const tellFeed = (cursor: number): void => {
    if (cursor <= announcedCursor) return;
    announcedCursor = cursor;
    tell({ type: 'feed-advanced', cursor });
  };

  return {
    database,
    sql,
    environment,
    async transaction(work) {
      guard.assertOutside();
      const announcements: Announcement[] = [];
      const done = await database.transaction((query) =>
        guard.inside(direct, async (own) => {
          const value = await work({
            now: environment.now(),
            sql: own,
            query,
            textIndex: createSqliteTextIndex(own),
            shop: (deviceId) => createHubShopTransaction({ query, sql: own, deviceId, environment }),
            announce: (announcement) => announcements.push(announcement),
          });
          return { value, cursor: await headCursor(own) };
        }),
      );
      tellFeed(done.cursor);
      for (const announcement of announcements) tell(announcement);
      return done.value;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    noticeForeignChanges: async () => tellFeed(await headCursor(sql)),
    close: () => database.close(),
  };
}
