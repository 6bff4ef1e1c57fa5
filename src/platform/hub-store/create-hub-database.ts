import type { Environment } from '../../core/ports/environment.ts';
import type { Query } from '../store/open-database.ts';
import { headCursor } from './feed-log.ts';
import type { Announcement, HubDatabase, HubTransaction } from './hub-database.ts';
import { createHubShopTransaction } from './hub-shop-transaction.ts';
import type { ProductTextIndex } from './product-text-index.ts';
import type { Sql } from './sql.ts';
import { createTransactionGuard } from './transaction-guard.ts';

/** What the two databases do differently. */
export interface HubBackend {
  /** Outside of transactions: sees what is committed. */
  readonly sql: Sql;
  /** Durable when it resolves, rolled back when `work` throws. One at a time over all processes, see `lockHub`. */
  transaction<T>(work: (open: { readonly sql: Sql; readonly query: Query }) => Promise<T>): Promise<T>;
  /** The first statement of each transaction: from here on no other one writes. Gives the feed's end. */
  lockHub(sql: Sql): Promise<number>;
  textIndex(sql: Sql): ProductTextIndex;
  /** Tells other processes on this database; inside the transaction, which says it only when it is committed. */
  publish(sql: Sql, announcements: readonly Announcement[]): Promise<void>;
  close(): Promise<void>;
}

/** What others tell comes in by `heard`. */
export interface ConnectedHub extends HubDatabase {
  heard(announcement: Announcement): void;
}

type Own = Parameters<HubTransaction['announce']>[0];

export async function createHubDatabase(
  backend: HubBackend,
  environment: Environment,
): Promise<ConnectedHub> {
  const guard = createTransactionGuard();
  const sql = guard.outside(backend.sql);
  const listeners = new Set<(announcement: Announcement, here: boolean) => void>();
  let announcedCursor = await headCursor(sql);

  const tell = (announcement: Announcement, here: boolean): void => {
    if (announcement.type === 'feed-advanced') {
      if (announcement.cursor <= announcedCursor) return;
      announcedCursor = announcement.cursor;
    }
    for (const listener of [...listeners]) listener(announcement, here);
  };

  async function inside<T>(
    { sql: plain, query }: { readonly sql: Sql; readonly query: Query },
    work: (transaction: HubTransaction) => Promise<T>,
  ): Promise<{ readonly value: T; readonly announcements: readonly Announcement[] }> {
    const started = await backend.lockHub(plain);
    let cursor = started;
    const own: Own[] = [];
    const feed = {
      get cursor() {
        return cursor;
      },
      advance() {
        cursor += 1;
        return cursor;
      },
    };
    const value = await guard.inside(plain, (checked) => {
      const inner = { ...checked, feed };
      return work({
        now: environment.now(),
        sql: inner,
        query,
        textIndex: backend.textIndex(inner),
        shop: (deviceId) => createHubShopTransaction({ query, sql: inner, deviceId, environment }),
        announce: (announcement) => own.push(announcement),
      });
    });
    if (cursor === started) {
      await backend.publish(plain, own);
      return { value, announcements: own };
    }
    await plain.run('UPDATE hub SET cursor = ?', cursor);
    const announcements: Announcement[] = [{ type: 'feed-advanced', cursor }, ...own];
    await backend.publish(plain, announcements);
    return { value, announcements };
  }

  return {
    sql,
    environment,
    async transaction(work) {
      guard.assertOutside();
      const { value, announcements } = await backend.transaction((open) => inside(open, work));
      for (const announcement of announcements) tell(announcement, true);
      return value;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    noticeForeignChanges: async () => tell({ type: 'feed-advanced', cursor: await headCursor(sql) }, false),
    heard: (announcement) => tell(announcement, false),
    close: () => backend.close(),
  };
}
