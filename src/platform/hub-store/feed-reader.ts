import { type FloorTask, isOpenTask } from '../../contracts/feed.ts';
import { type OutgoingLine, productLine } from '../../contracts/feed-text.ts';
import type { Offer } from '../../contracts/offer.ts';
import { assertNever } from '../../contracts/result.ts';
import type { Store } from '../../contracts/store.ts';
import { appliedSequence } from './applied-sequence.ts';
import { pinnedKeys } from './capsule-keys.ts';
import type { Device } from './devices.ts';
import { cursorBetween } from './feed-cursor.ts';
import { countAfter, type FeedKind, headCursor } from './feed-log.ts';
import type { OpenedFeed } from './open-feed.ts';
import type { Sql } from './sql.ts';
import { readStorePolicy } from './store-policy.ts';
import { currentTerm } from './terms.ts';

/**
 * Characters of lines after which a checkpoint comes among them, however few rows they are: about two seconds of a line of
 * 64 kbit/s, once they are compressed. A line that dies more often than that still brings a device forward.
 */
const charactersBetweenCheckpoints = 100_000;

/**
 * The feed of one device from where it stands: every thing once, in the order of its last change. Read from the beginning that is
 * a snapshot, from a cursor a delta; what changes meanwhile comes again further down, and what is removed meanwhile goes
 * there. Yields in slices, so that a slow reader holds nothing but its place. `rowsBetweenCheckpoints` is what a device
 * loses at most when the line breaks.
 * Ends without its last checkpoint when another process of this hub began a term meanwhile: a cursor from behind that
 * beginning would be of a past that this hub does not have.
 */
export async function* readFeed(
  sql: Sql,
  device: FeedReader,
  { epoch, start, lease, at }: OpenedFeed,
  rowsBetweenCheckpoints = 500,
): AsyncGenerator<readonly OutgoingLine[]> {
  const mode = !start.snapshot ? 'delta' : start.cursor === 0 ? 'snapshot' : 'rest';
  // What had gone before a snapshot began was never in it.
  const removalsAfter = mode === 'snapshot' ? await headCursor(sql) : 0;
  yield [{ type: 'begin', mode, epoch, rows: await countAfter(sql, start.cursor), lease }];
  const counted = await sequenceAt(sql, device.deviceId, start.base);
  const between = (at: number): OutgoingLine => ({
    type: 'checkpoint',
    cursor: cursorBetween(start, at),
    appliedSequence: counted,
    complete: false,
  });
  let { cursor } = start;
  let characters = 0;
  for (;;) {
    // Before the rows: one that is applied between the two is then in the rows and not counted, which promises too little,
    // never too much.
    const applied = await appliedSequence(sql, device.deviceId);
    const entries = await entriesAfter(sql, device, cursor, rowsBetweenCheckpoints);
    if ((await currentTerm(sql)) !== epoch) return;
    const lines: OutgoingLine[] = [];
    for (const entry of entries) {
      if (characters >= charactersBetweenCheckpoints) {
        lines.push(between(cursor));
        characters = 0;
      }
      if (entry.kind === 'capsule-keys')
        lines.push({ type: 'capsule-keys', keys: await pinnedKeys(sql, at) });
      else if (entry.kind === 'store-policy')
        lines.push({ type: 'store-policy', policy: await readStorePolicy(sql) });
      else lines.push(...lineOf(entry, entry.cursor > removalsAfter));
      characters += entry.document?.length ?? 0;
      cursor = entry.cursor;
    }
    const complete = entries.length < rowsBetweenCheckpoints;
    if (complete) {
      lines.push({ type: 'checkpoint', cursor: `${cursor}`, appliedSequence: applied, complete });
    } else lines.push(between(cursor));
    yield lines;
    if (complete) return;
  }
}

/** Whose rights and whose shop's tasks the feed tells of. */
export type FeedReader = Pick<Device, 'deviceId' | 'storeId'>;

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
  readonly recall: number;
  readonly asOf: number;
  /** Of a hold in the reading device's own shop; null otherwise. */
  readonly state: FloorTask['state'] | null;
  readonly taskSku: string;
  readonly quantity: number;
  readonly number: number;
  readonly fittingRoom: number | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly pickedAt: number | null;
  readonly replaces: string | null;
  /** Of a visitor of the reading device's own shop; null otherwise, and nothing sealed where they were taken back. */
  readonly visitorUntil: number | null;
  readonly sealed: string | null;
}

/** Entries and states in one statement: they are of one moment. */
function entriesAfter(
  sql: Sql,
  device: FeedReader,
  cursor: number,
  limit: number,
): Promise<readonly FeedEntry[]> {
  return sql.all<FeedEntry>(
    `SELECT feedEntry.kind, feedEntry.key1, feedEntry.key2, feedEntry.cursor,
       coalesce(store.document, product.document, offer.document) AS document,
       stock.onHand, stock.reserved, stock.safety, stock.location, stock.asOf,
       coalesce(deviceGrant.granted, 0) AS granted, coalesce(deviceGrant.spent, 0) AS spent,
       coalesce(deviceGrant.recall, 0) AS recall, reservation.state, reservation.sku AS taskSku, reservation.quantity,
       reservation.number, reservation.fittingRoom, reservation.createdAt, reservation.expiresAt, reservation.pickedAt,
       reservation.replaces, visitor.expiresAt AS visitorUntil, visitor.sealed
     FROM feedEntry
       LEFT JOIN store ON feedEntry.kind = 'store' AND store.storeId = feedEntry.key1
       LEFT JOIN product ON feedEntry.kind = 'product' AND product.handle = feedEntry.key1
       LEFT JOIN offer ON feedEntry.kind = 'offer' AND offer.code = feedEntry.key1
       LEFT JOIN stock ON feedEntry.kind = 'stock' AND stock.storeId = feedEntry.key1 AND stock.sku = feedEntry.key2
       LEFT JOIN deviceGrant ON deviceGrant.storeId = stock.storeId AND deviceGrant.sku = stock.sku
         AND deviceGrant.deviceId = ?
       LEFT JOIN reservation ON feedEntry.kind = 'floor-task' AND feedEntry.key1 = ?
         AND reservation.reservationId = feedEntry.key2
       LEFT JOIN visitor ON feedEntry.kind = 'visitor' AND feedEntry.key1 = ? AND visitor.lookupId = feedEntry.key2
     WHERE feedEntry.cursor > ? ORDER BY feedEntry.cursor LIMIT ?`,
    device.deviceId,
    device.storeId,
    device.storeId,
    cursor,
    limit,
  );
}

function lineOf(entry: FeedEntry, withRemoval: boolean): OutgoingLine[] {
  const { kind, key1, key2, document } = entry;
  switch (kind) {
    case 'store':
      return document === null ? [] : [{ type: 'store', store: JSON.parse(document) as Store }];
    case 'product':
      if (document !== null) return [productLine(document)];
      return withRemoval ? [{ type: 'product-removed', handle: key1 }] : [];
    case 'offer':
      if (document !== null) return [{ type: 'offer', offer: JSON.parse(document) as Offer }];
      return withRemoval ? [{ type: 'offer-removed', code: key1 }] : [];
    case 'stock': {
      const { onHand, reserved, safety, location, granted, spent, recall, asOf } = entry;
      if (onHand === null) return [];
      const figures = { onHand, reserved, safety, location, granted, spent, recall };
      return [{ type: 'stock', row: { storeId: key1, sku: key2, ...figures, asOf: instant(asOf) } }];
    }
    case 'floor-task':
      return taskLine(entry, withRemoval);
    case 'visitor':
      return visitorLine(entry, withRemoval);
    // Written where it stands, of what is in another table.
    case 'capsule-keys':
    case 'store-policy':
      return [];
    default:
      return assertNever(kind);
  }
}

const instant = (at: number): string => new Date(at).toISOString();

/** In a snapshot only what someone has to do something about; one that was in it and is done since is a removal. */
function taskLine(entry: FeedEntry, withRemoval: boolean): OutgoingLine[] {
  const {
    state,
    taskSku: sku,
    quantity,
    number,
    fittingRoom,
    createdAt,
    expiresAt,
    pickedAt,
    replaces,
  } = entry;
  if (state === null) return [];
  const task: FloorTask = {
    reservationId: entry.key2,
    storeId: entry.key1,
    sku,
    quantity,
    number,
    fittingRoom,
    state,
    createdAt: instant(createdAt),
    expiresAt: instant(expiresAt),
    pickedAt: pickedAt === null ? null : instant(pickedAt),
    ...(replaces !== null && { replaces }),
  };
  return !withRemoval && !isOpenTask(task) ? [] : [{ type: 'floor-task', task }];
}

/** Rows whose time is over are erased everywhere by the clock. */
function visitorLine(
  { key2: lookupId, visitorUntil, sealed }: FeedEntry,
  withRemoval: boolean,
): OutgoingLine[] {
  if (visitorUntil === null) return [];
  if (sealed !== null)
    return [{ type: 'visitor', visitor: { lookupId, sealed, expiresAt: instant(visitorUntil) } }];
  return withRemoval ? [{ type: 'visitor-removed', lookupId }] : [];
}
