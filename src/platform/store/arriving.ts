import type { FeedLine } from '../../contracts/feed.ts';
import type { Clocks } from '../../core/stock/lease.ts';
import {
  addPortion,
  createPortionWriter,
  nothingWritten,
  type Portion,
  type RowLine,
  rowsOf,
  type Written,
} from './feed-rows.ts';
import type { FeedOutcome } from './feed-writer.ts';
import type { Database } from './open-database.ts';
import { removeOlder } from './remove-older.ts';
import type { Reading, Replica } from './replica.ts';
import type { Slicing } from './slices.ts';
import { type StockOfShop, touchedHere } from './touched-stock.ts';

type Checkpoint = Extract<FeedLine, { type: 'checkpoint' }>;

/** What one reading of the feed has brought, on its way into the file. */
export interface Arriving {
  begin(reading: Reading): void;
  /** Undefined before the beginning. */
  reading(): Reading | undefined;
  /** `text` is the line as it was read. Writes when much is waiting. */
  add(line: RowLine, text: string): Promise<void>;
  /** A checkpoint in between: stored when there is much behind the last one, for what lies between comes again soon. */
  pass(checkpoint: Checkpoint): Promise<void>;
  /** The last checkpoint: writes all and stores it. */
  complete(checkpoint: Checkpoint): Promise<FeedOutcome>;
  /** Of a reading that breaks off: writes what is here, and the last checkpoint that was passed. */
  keep(): Promise<void>;
  /** Of the feed, or of the whole snapshot that it is the rest of; 0 to 1. */
  share(): number;
}

export interface ArrivingOptions {
  readonly database: Database;
  readonly replica: Replica;
  readonly slicing: Slicing;
  /** The clocks when the feed was asked for. */
  readonly requested: Clocks;
  /** Called after each commit. */
  readonly onWritten: (written: Written) => void;
}

/** What a power cut takes of them comes again: the cursor is stored after them, and goes with them. */
const repeatable = { repeatable: true };
/** Characters of lines that are read before they are written, and before a checkpoint is stored. */
const charactersAtOnce = 500_000;

export function createArriving(options: ArrivingOptions): Arriving {
  const { database, replica, slicing, requested, onWritten } = options;
  const write = createPortionWriter(database.connection);
  const touched = touchedHere(database.connection);
  const skus = new Set<string>();
  let reading: Reading | undefined;
  let waiting: Portion[] = [];
  /** Characters that wait to be written, and that came since a checkpoint was stored. */
  let unwritten = 0;
  let uncovered = 0;
  let rows = 0;
  let passed: { readonly checkpoint: Checkpoint; readonly rows: number } | undefined;
  let catalogueChanged = false;

  const current = (): Reading => {
    if (reading === undefined) throw new Error('A feed was written before its beginning');
    return reading;
  };

  const writeWaiting = async (): Promise<void> => {
    const { mode, generation } = current();
    const portions = waiting;
    const covered = passed;
    // Should writing fail, a checkpoint behind the rows must not be stored.
    passed = undefined;
    waiting = [];
    unwritten = 0;
    const pause = slicing.createPause();
    for (let index = 0; index < portions.length; ) {
      const written = nothingWritten();
      await database.transaction(async () => {
        const mayGoOn = slicing.createBudget();
        do {
          const portion = portions[index];
          index += 1;
          if (portion === undefined) return;
          write(portion, generation, written);
        } while (mayGoOn());
      }, repeatable);
      if (written.products.length > 0 || written.others) catalogueChanged = true;
      if (mode === 'delta') for (const rows of written.stock) for (const sku of rows.skus) skus.add(sku);
      onWritten(written);
      await pause();
    }
    passed = covered;
  };

  /** How far the hub's rows include own operations is another one now: what they touch is to be read anew. */
  const tellTouched = (stock: readonly StockOfShop[]): void => {
    const untold = stock.map((one) => ({ ...one, units: null }));
    onWritten({ ...nothingWritten(), stock: untold });
  };

  const storeCheckpoint = async (checkpoint: Checkpoint, applied: number): Promise<boolean> => {
    // Before it is stored: what the hub includes is no longer known as touched after that.
    const before = touched();
    const mayHaveForgotten = await replica.checkpoint(current(), checkpoint, { applied, requested });
    tellTouched(before);
    passed = undefined;
    uncovered = 0;
    return mayHaveForgotten;
  };

  const storePassed = async (): Promise<void> => {
    await writeWaiting();
    if (passed !== undefined) await storeCheckpoint(passed.checkpoint, passed.rows);
  };

  return {
    begin: (begun) => {
      reading = begun;
      tellTouched(touched());
    },
    reading: () => reading,
    add: async (line, text) => {
      addPortion(waiting, line, text);
      rows += rowsOf(line);
      unwritten += text.length;
      uncovered += text.length;
      if (unwritten >= charactersAtOnce) await writeWaiting();
    },
    pass: async (checkpoint) => {
      passed = { checkpoint, rows };
      if (uncovered >= charactersAtOnce) await storePassed();
    },
    complete: async (checkpoint) => {
      const { mode, generation } = current();
      await writeWaiting();
      if (mode === 'snapshot') {
        catalogueChanged = true;
        await removeOlder({ database, generation, slicing, onWritten });
      }
      const mayHaveForgotten = await storeCheckpoint(checkpoint, rows);
      return { mode, catalogueChanged, skus: [...skus], mayHaveForgotten };
    },
    keep: async () => {
      if (reading !== undefined) await storePassed();
    },
    share: () => {
      const { before, total } = current();
      return total === 0 ? 1 : Math.min(1, (before + rows) / total);
    },
  };
}
