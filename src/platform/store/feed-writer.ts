import type { CapsuleKey } from '../../contracts/capsule.ts';
import { type FeedLine, feedLine, type StockRow } from '../../contracts/feed.ts';
import { assertNever, fail, type Result, succeed } from '../../contracts/result.ts';
import type { Environment } from '../../core/ports/environment.ts';
import { type CatalogueRows, createCatalogueRows } from './catalogue-rows.ts';
import type { Connection } from './connection.ts';
import type { Database } from './open-database.ts';
import { createReplica, type Reading, type ReplicaPosition } from './replica.ts';
import { createTimedSlicing, type Slicing } from './slices.ts';
import { createVisitorRows } from './visitor-rows.ts';

export interface FeedOutcome {
  readonly mode: 'snapshot' | 'delta';
  /** Whether stores, products or offers may have changed. */
  readonly catalogueChanged: boolean;
  /** Variants whose stock may have changed; empty for a snapshot, which is about everything. */
  readonly skus: readonly string[];
  /** The hub is not the one it was: ask what it has of the operations that it had confirmed. */
  readonly epochChanged: boolean;
}

export interface FeedWriter {
  position(): ReplicaPosition;
  /**
   * Applies a feed's lines until its last checkpoint. `internal` (reason `feed-broken`) when it ends early or holds what
   * is no feed: rows so far are kept, the cursor is where the last checkpoint left it. `onProgress` hears the share of
   * this feed that is here, of a whole snapshot where it is the rest of one.
   */
  apply(
    lines: AsyncIterable<string>,
    options?: { readonly onProgress?: (share: number) => void },
  ): Promise<Result<FeedOutcome>>;
}

const broken = (message: string): Result<never> => fail('internal', message, { reason: 'feed-broken' });

function createStockRows(connection: Connection): (row: StockRow, generation: number) => void {
  const put = connection.prepare(
    `INSERT INTO stock (storeId, sku, onHand, reserved, safety, location, granted, spent, asOf, generation)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (storeId, sku) DO UPDATE SET onHand = excluded.onHand, reserved = excluded.reserved,
       safety = excluded.safety, location = excluded.location, granted = excluded.granted, spent = excluded.spent,
       asOf = excluded.asOf, generation = excluded.generation`,
  );
  return (row, generation) => {
    put.run(
      row.storeId,
      row.sku,
      row.onHand,
      row.reserved,
      row.safety,
      row.location,
      row.granted,
      row.spent,
      Date.parse(row.asOf),
      generation,
    );
  };
}

function parseLine(text: string): FeedLine | undefined {
  try {
    return feedLine.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

const linesPerTransaction = 64;
/** What a power cut takes of them comes again: the cursor is stored after them, and goes with them. */
const repeatable = { repeatable: true };

export interface FeedWriterOptions {
  readonly slicing?: Slicing;
  /** Pins the keys durably; the cursor is stored after that, so that none is missed. */
  readonly keepCapsuleKeys?: (keys: readonly CapsuleKey[]) => Promise<void>;
}

/**
 * Brings the file to where the hub is. Rows are whole states, so any prefix of a feed may be stored and any line twice:
 * a stock row ahead of the stored `appliedSequence` only counts own holds once more, which promises too little, never
 * too much. Hence short transactions, and a cursor that is stored with the last of its rows. A snapshot stamps what it
 * brings; at its end what bears an older stamp goes, so there is no moment without a catalogue.
 */
export function createFeedWriter(
  database: Database,
  environment: Environment,
  { slicing = createTimedSlicing(), keepCapsuleKeys = async () => undefined }: FeedWriterOptions = {},
): FeedWriter {
  const { connection } = database;
  const rows = { ...createCatalogueRows(connection), visitors: createVisitorRows(connection) };
  const putStock = createStockRows(connection);
  const replica = createReplica(database, environment);

  return {
    position: replica.position,

    apply: async (lines, { onProgress } = {}) => {
      const pause = slicing.createPause();
      let started: Reading | undefined;
      let waiting: (RowLine | StockLine)[] = [];
      let applied = 0;
      let catalogueChanged = false;
      const skus = new Set<string>();

      const writeWaiting = async (): Promise<void> => {
        const batch = waiting;
        waiting = [];
        const generation = started?.generation ?? 0;
        for (let index = 0; index < batch.length; ) {
          await database.transaction(async () => {
            const mayGoOn = slicing.createBudget();
            do {
              const line = batch[index];
              index += 1;
              if (line === undefined) return;
              if (line.type === 'stock') {
                putStock(line.row, generation);
                if (started?.mode === 'delta') skus.add(line.row.sku);
              } else if (writeRow(rows, line, generation)) catalogueChanged = true;
            } while (mayGoOn());
          }, repeatable);
          await pause();
        }
        applied += batch.length;
        if (started !== undefined && started.total > 0) {
          onProgress?.(Math.min(1, (started.before + applied) / started.total));
        }
      };

      for await (const text of lines) {
        if (text === '') continue;
        const line = parseLine(text);
        if (line === undefined) return broken('The hub sent a line that is not of a feed.');
        if (line.type === 'begin') {
          started = await replica.begin(line);
          if (started === undefined) return broken('The hub sent changes to a state that is not here.');
        } else if (started === undefined) {
          return broken('The feed does not start with its beginning.');
        } else if (line.type === 'checkpoint') {
          await writeWaiting();
          if (line.complete && started.mode === 'snapshot') {
            catalogueChanged = true;
            await removeOlder(database, started.generation, pause);
          }
          const epochChanged = await replica.checkpoint(started, line, applied);
          if (line.complete) {
            return succeed({ mode: started.mode, catalogueChanged, skus: [...skus], epochChanged });
          }
        } else {
          if (line.type === 'capsule-keys') await keepCapsuleKeys(line.keys);
          waiting.push(line);
          if (waiting.length >= linesPerTransaction) await writeWaiting();
        }
        await pause();
      }
      return broken('The feed ended before its last checkpoint.');
    },
  };
}

type StockLine = Extract<FeedLine, { type: 'stock' }>;
type RowLine = Exclude<FeedLine, StockLine | { type: 'begin' | 'checkpoint' }>;

interface Rows extends CatalogueRows {
  readonly visitors: ReturnType<typeof createVisitorRows>;
}

/** Gives whether the catalogue is another one then. */
function writeRow(rows: Rows, row: RowLine, generation: number): boolean {
  switch (row.type) {
    case 'store':
      rows.putStore(row.store, generation);
      return true;
    case 'offer':
      rows.putOffer(row.offer, generation);
      return true;
    case 'product':
      return rows.putProduct(row.product, generation);
    case 'product-removed':
      rows.removeProduct(row.handle);
      return true;
    case 'offer-removed':
      rows.removeOffer(row.code);
      return true;
    case 'visitor':
      rows.visitors.put(row.visitor, generation);
      return false;
    case 'visitor-removed':
      rows.visitors.end(row.lookupId);
      return false;
    case 'capsule-keys':
      return false;
    default:
      return assertNever(row);
  }
}

async function removeOlder(
  database: Database,
  generation: number,
  pause: () => Promise<void>,
): Promise<void> {
  const { connection } = database;
  const older = connection.prepare<{ handle: string }>(
    'SELECT handle FROM product WHERE generation < ? LIMIT 20',
  );
  const rows = createCatalogueRows(connection);
  for (let handles = older.all(generation); handles.length > 0; handles = older.all(generation)) {
    const batch = handles;
    await database.transaction(async () => {
      for (const { handle } of batch) rows.removeProduct(handle);
    }, repeatable);
    await pause();
  }
  const removeStock = connection.prepare(
    `DELETE FROM stock WHERE (storeId, sku) IN (SELECT storeId, sku FROM stock WHERE generation < ? LIMIT 500)`,
  );
  let removed = 0;
  do {
    removed = await database.transaction(async () => removeStock.run(generation), repeatable);
    await pause();
  } while (removed > 0);
  await database.transaction(async (query) => {
    await query.deleteFrom('store').where('generation', '<', generation).execute();
    await query.deleteFrom('offer').where('generation', '<', generation).execute();
    createVisitorRows(connection).endOlder(generation);
  });
}
