import { type OutgoingLine, productLine } from '../../contracts/feed-text.ts';
import type { Offer } from '../../contracts/offer.ts';
import { assertNever } from '../../contracts/result.ts';
import type { Store } from '../../contracts/store.ts';
import type { Device } from './devices.ts';
import { countAfter, type FeedKind, headCursor } from './feed-log.ts';
import { appliedSequence } from './operations.ts';
import type { Sql } from './sql.ts';

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
export async function* readFeed(
  sql: Sql,
  device: Device,
  from: { readonly epoch: string; readonly cursor: string } | null,
  epoch: string,
  rowsBetweenCheckpoints = 500,
): AsyncGenerator<readonly OutgoingLine[]> {
  const known = from !== null && from.epoch === epoch ? parseCursor(from.cursor) : undefined;
  const start = known && known.cursor <= (await headCursor(sql)) ? known : { cursor: 0, base: 0 };
  const snapshot = start.cursor === 0;
  yield [
    {
      type: 'begin',
      mode: snapshot ? 'snapshot' : 'delta',
      epoch,
      rows: await countAfter(sql, start.cursor),
    },
  ];
  const counted = await sequenceAt(sql, device.deviceId, start.base);
  let { cursor } = start;
  for (;;) {
    // Before the rows: one that is applied between the two is then in the rows and not counted, which promises too little,
    // never too much.
    const applied = await appliedSequence(sql, device.deviceId);
    const entries = await entriesAfter(sql, device, cursor, rowsBetweenCheckpoints);
    const complete = entries.length < rowsBetweenCheckpoints;
    const lines: OutgoingLine[] = entries.flatMap((entry) => lineOf(entry, snapshot));
    cursor = entries.at(-1)?.cursor ?? cursor;
    lines.push({
      type: 'checkpoint',
      cursor: complete ? `${cursor}` : `${cursor}.${start.base}`,
      appliedSequence: complete ? applied : counted,
      complete,
    });
    yield lines;
    if (complete) return;
  }
}

/** The last operation of the device whose rows are all at or before the given place. */
async function sequenceAt(sql: Sql, deviceId: string, cursor: number): Promise<number> {
  const row = await sql.first<{ sequence: number | null }>(
    'SELECT max(sequence) AS sequence FROM appliedOperation WHERE deviceId = ? AND cursor <= ?',
    deviceId,
    cursor,
  );
  return row?.sequence ?? 0;
}

/** What has changed with its state now; null where it is gone. */
interface FeedEntry {
  readonly kind: FeedKind;
  /** Store id, product handle, offer code; for stock the store id. */
  readonly key1: string;
  /** For stock the sku; empty otherwise. */
  readonly key2: string;
  readonly cursor: number;
  readonly document: string | null;
  readonly onHand: number | null;
  readonly reserved: number;
  readonly safety: number;
  readonly location: string | null;
  readonly granted: number;
  readonly spent: number;
  readonly asOf: number;
}

/** Entries and states in one statement: they are of one moment. */
function entriesAfter(
  sql: Sql,
  device: Device,
  cursor: number,
  limit: number,
): Promise<readonly FeedEntry[]> {
  return sql.all<FeedEntry>(
    `SELECT feedEntry.kind, feedEntry.key1, feedEntry.key2, feedEntry.cursor,
       coalesce(store.document, product.document, offer.document) AS document,
       stock.onHand, stock.reserved, stock.safety, stock.location, stock.asOf,
       coalesce(deviceGrant.granted, 0) AS granted, coalesce(deviceGrant.spent, 0) AS spent
     FROM feedEntry
       LEFT JOIN store ON feedEntry.kind = 'store' AND store.storeId = feedEntry.key1
       LEFT JOIN product ON feedEntry.kind = 'product' AND product.handle = feedEntry.key1
       LEFT JOIN offer ON feedEntry.kind = 'offer' AND offer.code = feedEntry.key1
       LEFT JOIN stock ON feedEntry.kind = 'stock' AND stock.storeId = feedEntry.key1 AND stock.sku = feedEntry.key2
       LEFT JOIN deviceGrant ON deviceGrant.storeId = stock.storeId AND deviceGrant.sku = stock.sku
         AND deviceGrant.deviceId = ?
     WHERE feedEntry.cursor > ? ORDER BY feedEntry.cursor LIMIT ?`,
    device.deviceId,
    cursor,
    limit,
  );
}

function lineOf(entry: FeedEntry, snapshot: boolean): OutgoingLine[] {
  const { kind, key1, key2, document } = entry;
  switch (kind) {
    case 'store':
      return document === null ? [] : [{ type: 'store', store: JSON.parse(document) as Store }];
    case 'product':
      if (document !== null) return [productLine(document)];
      return snapshot ? [] : [{ type: 'product-removed', handle: key1 }];
    case 'offer':
      if (document !== null) return [{ type: 'offer', offer: JSON.parse(document) as Offer }];
      return snapshot ? [] : [{ type: 'offer-removed', code: key1 }];
    case 'stock': {
      const { onHand, reserved, safety, location, granted, spent, asOf } = entry;
      if (onHand === null) return [];
      const at = new Date(asOf).toISOString();
      const row = { storeId: key1, sku: key2, onHand, reserved, safety, location, granted, spent, asOf: at };
      return [{ type: 'stock', row }];
    }
    default:
      return assertNever(kind);
  }
}
