import type { Lease } from '../../contracts/feed.ts';
import type { Device } from './devices.ts';
import { type Position, parseCursor } from './feed-cursor.ts';
import type { HubDatabase } from './hub-database.ts';
import { grantLease } from './leases.ts';
import { beginRecovery, noteHeard } from './recovery.ts';
import { currentTerm, isOwnPast } from './terms.ts';

/** Where a device's reading begins, and what its rights are worth meanwhile. */
export interface OpenedFeed {
  readonly epoch: string;
  readonly start: Position;
  readonly lease: Lease;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const beginning: Position = { cursor: 0, snapshot: true, base: 0 };

/**
 * Decides what a device is to read. One that comes from a past that is not this hub's gets everything anew, and no promise is made
 * in its shop until it has said again what it did.
 */
export function openFeed(
  hub: HubDatabase,
  device: Device,
  asked: {
    readonly from: { readonly epoch: string; readonly cursor: string } | null;
    /** Last operation that was made on the device. */
    readonly sequence: number;
  },
): Promise<OpenedFeed> {
  return hub.transaction(async (transaction) => {
    const { sql } = transaction;
    const wanted = asked.from && parseCursor(asked.from.cursor);
    const own =
      wanted && asked.from && (await isOwnPast(sql, { termId: asked.from.epoch, cursor: wanted.cursor }));
    if (asked.from && !own) await beginRecovery(transaction, device.storeId);
    else await noteHeard(transaction, device, asked.sequence);
    return {
      epoch: await currentTerm(sql),
      start: own && wanted && wanted.cursor > 0 ? wanted : beginning,
      lease: await grantLease(transaction, device),
      at: transaction.now,
    };
  });
}
