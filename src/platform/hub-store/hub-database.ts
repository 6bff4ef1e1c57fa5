import type { Payment } from '../../contracts/payment.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { ShopTransaction } from '../../core/ports/shop-store.ts';
import type { Connect, Connection } from '../store/connection.ts';
import { baseMigrations } from '../store/migrations/base.ts';
import { type Database, openDatabase, type Query } from '../store/open-database.ts';
import { headCursor } from './feed-log.ts';
import { ensureIdentity } from './hub-identity.ts';
import { createHubShopTransaction } from './hub-shop-transaction.ts';
import { hubMigrations } from './migrations.ts';

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
  readonly connection: Connection;
  readonly query: Query;
  /** The shop's ports, on behalf of the hub itself or of one device. */
  shop(deviceId: string | null): ShopTransaction;
  announce(announcement: Exclude<Announcement, { type: 'feed-advanced' }>): void;
}

/** The hub's file, its transactions, and what they announce. */
export interface HubDatabase {
  readonly database: Database;
  /** Reads outside of a transaction; writes go through `transaction`. */
  readonly connection: Connection;
  readonly environment: Environment;
  transaction<T>(work: (transaction: HubTransaction) => Promise<T>): Promise<T>;
  subscribe(listener: (announcement: Announcement) => void): () => void;
  /** Announces what another process (an import) wrote into the file; called by a timer. */
  noticeForeignChanges(): void;
  close(): Promise<void>;
}

export function openHubDatabase(
  file: string,
  environment: Environment,
  connect?: Connect,
): Result<HubDatabase> {
  const opened = openDatabase(file, [...baseMigrations, ...hubMigrations], {
    now: environment.now,
    ...(connect && { connect }),
  });
  if (!opened.ok) return opened;
  ensureIdentity(opened.value.connection, environment);
  return succeed(createHubDatabase(opened.value, environment));
}

function createHubDatabase(database: Database, environment: Environment): HubDatabase {
  const { connection } = database;
  const listeners = new Set<(announcement: Announcement) => void>();
  let announcedCursor = headCursor(connection);

  const tell = (announcement: Announcement): void => {
    for (const listener of [...listeners]) listener(announcement);
  };
  const tellFeed = (): void => {
    const cursor = headCursor(connection);
    if (cursor === announcedCursor) return;
    announcedCursor = cursor;
    tell({ type: 'feed-advanced', cursor });
  };

  return {
    database,
    connection,
    environment,
    async transaction(work) {
      const announcements: Announcement[] = [];
      const value = await database.transaction((query) => {
        announcements.length = 0;
        const now = environment.now();
        return work({
          now,
          connection,
          query,
          shop: (deviceId) => createHubShopTransaction({ query, connection, deviceId, environment }),
          announce: (announcement) => announcements.push(announcement),
        });
      });
      tellFeed();
      for (const announcement of announcements) tell(announcement);
      return value;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    noticeForeignChanges: tellFeed,
    close: () => database.close(),
  };
}
