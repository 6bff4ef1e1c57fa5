import type { Product } from '../../contracts/catalogue.ts';
import type { FeedLine, StockRow } from '../../contracts/feed.ts';
import type { Offer } from '../../contracts/offer.ts';
import { assertNever } from '../../contracts/result.ts';
import type { Store } from '../../contracts/store.ts';
import type { Connection } from '../store/connection.ts';
import type { Device } from './devices.ts';
import { countAfter, entriesAfter, type FeedEntry, headCursor } from './feed-log.ts';
import { appliedSequence } from './operations.ts';

interface Position {
  readonly cursor: number;
  /**
   * The complete checkpoint that this one builds on. Operations up to there are surely in the rows that the device has;
   * rows of later ones may still be on their way, so a checkpoint in between does not count them.
   */
  readonly base: number;
}

/** A cursor is `<position>` after a complete checkpoint and `<position>.<base>` in between. */
function parseCursor(text: string): Position | undefined {
  const match = /^(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text);
  if (!match) return undefined;
  const cursor = Number(match[1]);
  return { cursor, base: match[2] === undefined ? cursor : Number(match[2]) };
}

/**
 * The feed of one device from where it stands: every thing once, in the order of its last change. Read from the beginning that is
 * a snapshot, from a cursor a delta; what changes meanwhile comes again further down. Yields in slices, so that a slow
 * reader holds nothing but its place. `rowsBetweenCheckpoints` is what a device loses at most when the line breaks.
 */
export function* readFeed(
  connection: Connection,
  device: Device,
  from: { readonly epoch: string; readonly cursor: string } | null,
  epoch: string,
  rowsBetweenCheckpoints = 500,
): Generator<readonly FeedLine[]> {
  const known = from !== null && from.epoch === epoch ? parseCursor(from.cursor) : undefined;
  const start = known && known.cursor <= headCursor(connection) ? known : { cursor: 0, base: 0 };
  const snapshot = start.cursor === 0;
  yield [
    {
      type: 'begin',
      mode: snapshot ? 'snapshot' : 'delta',
      epoch,
      rows: countAfter(connection, start.cursor),
    },
  ];
  const counted = sequenceAt(connection, device.deviceId, start.base);
  let { cursor } = start;
  for (;;) {
    const entries = entriesAfter(connection, cursor, rowsBetweenCheckpoints);
    const complete = entries.length < rowsBetweenCheckpoints;
    const lines = entries.flatMap((entry) => lineOf(connection, device, entry, snapshot));
    cursor = entries.at(-1)?.cursor ?? cursor;
    lines.push({
      type: 'checkpoint',
      cursor: complete ? `${cursor}` : `${cursor}.${start.base}`,
      appliedSequence: complete ? appliedSequence(connection, device.deviceId) : counted,
      complete,
    });
    yield lines;
    if (complete) return;
  }
}

/** The last operation of the device whose rows are all at or before the given place. */
function sequenceAt(connection: Connection, deviceId: string, cursor: number): number {
  return (
    connection
      .prepare<{ sequence: number | null }>(
        'SELECT max(sequence) AS sequence FROM appliedOperation WHERE deviceId = ? AND cursor <= ?',
      )
      .first(deviceId, cursor)?.sequence ?? 0
  );
}

function lineOf(
  connection: Connection,
  device: Device,
  { kind, key1, key2 }: FeedEntry,
  snapshot: boolean,
): FeedLine[] {
  switch (kind) {
    case 'store': {
      const store = readDocument<Store>(connection, 'store', 'storeId', key1);
      return store ? [{ type: 'store', store }] : [];
    }
    case 'product': {
      const product = readDocument<Product>(connection, 'product', 'handle', key1);
      if (product) return [{ type: 'product', product }];
      return snapshot ? [] : [{ type: 'product-removed', handle: key1 }];
    }
    case 'offer': {
      const offer = readDocument<Offer>(connection, 'offer', 'code', key1);
      if (offer) return [{ type: 'offer', offer }];
      return snapshot ? [] : [{ type: 'offer-removed', code: key1 }];
    }
    case 'stock': {
      const row = readStock(connection, device, key1, key2);
      return row ? [{ type: 'stock', row }] : [];
    }
    default:
      return assertNever(kind);
  }
}

function readDocument<T>(
  connection: Connection,
  table: 'store' | 'product' | 'offer',
  key: string,
  value: string,
): T | undefined {
  const row = connection
    .prepare<{ document: string }>(`SELECT document FROM ${table} WHERE ${key} = ?`)
    .first(value);
  return row && (JSON.parse(row.document) as T);
}

function readStock(
  connection: Connection,
  device: Device,
  storeId: string,
  sku: string,
): StockRow | undefined {
  const row = connection
    .prepare<Omit<StockRow, 'asOf'> & { asOf: number }>(
      `SELECT stock.storeId, stock.sku, onHand, reserved, safety, location,
         coalesce(deviceGrant.granted, 0) AS granted, coalesce(deviceGrant.spent, 0) AS spent, asOf
       FROM stock LEFT JOIN deviceGrant ON deviceGrant.storeId = stock.storeId AND deviceGrant.sku = stock.sku
         AND deviceGrant.deviceId = ?
       WHERE stock.storeId = ? AND stock.sku = ?`,
    )
    .first(device.deviceId, storeId, sku);
  return row && { ...row, asOf: new Date(row.asOf).toISOString() };
}
