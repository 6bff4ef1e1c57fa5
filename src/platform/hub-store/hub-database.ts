import type { Payment } from '../../contracts/payment.ts';
import type { Environment } from '../../core/ports/environment.ts';
import type { ShopTransaction } from '../../core/ports/shop-store.ts';
import type { Query } from '../store/open-database.ts';
import type { ProductTextIndex } from './product-text-index.ts';
import type { Sql, TransactionSql } from './sql.ts';

/** A fact that others may want to hear of; told after the commit that made it true, never before. */
export type Announcement =
  | { readonly type: 'feed-advanced'; readonly cursor: number }
  | { readonly type: 'session-changed'; readonly sessionId: string; readonly by: string | null }
  | { readonly type: 'payment-changed'; readonly payment: Payment; readonly deviceId: string | null }
  | { readonly type: 'handover-used'; readonly sessionId: string }
  | { readonly type: 'message-waiting' }
  /** What other processes said was not heard for a while: whoever shows a state looks anew. */
  | { readonly type: 'announcements-missed' };

export interface HubTransaction {
  /** Milliseconds since 1970, read once. */
  readonly now: number;
  readonly sql: TransactionSql;
  readonly query: Query;
  readonly textIndex: ProductTextIndex;
  /** The shop's ports, on behalf of the hub itself or of one device. */
  shop(deviceId: string | null): ShopTransaction;
  announce(announcement: Exclude<Announcement, { type: 'feed-advanced' | 'announcements-missed' }>): void;
}

/** The hub's database, its transactions, and what they announce. */
export interface HubDatabase {
  /**
   * Reads outside of a transaction, each of what is committed; writes go through `transaction`. Throws inside of one,
   * for which it would wait.
   */
  readonly sql: Sql;
  readonly environment: Environment;
  /** Runs `work` in a transaction that is durable when this resolves and rolled back when `work` throws. */
  transaction<T>(work: (transaction: HubTransaction) => Promise<T>): Promise<T>;
  /** `here`: by a transaction of this process, not of another one on the same database. */
  subscribe(listener: (announcement: Announcement, here: boolean) => void): () => void;
  /** Announces what another process (an import) wrote; called by a timer. */
  noticeForeignChanges(): Promise<void>;
  close(): Promise<void>;
}
