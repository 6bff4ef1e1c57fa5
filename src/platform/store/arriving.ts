import type { FeedLine } from '../../contracts/feed.ts';
import type { Clocks } from '../../core/stock/lease.ts';
import { addPortion, createPortionWriter, type Portion, type RowLine, rowsOf } from './feed-rows.ts';
import type { FeedOutcome } from './feed-writer.ts';
import type { Database } from './open-database.ts';
import { removeOlder } from './remove-older.ts';
import type { Reading, Replica } from './replica.ts';
import type { Slicing } from './slices.ts';

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
}

/** What a power cut takes of them comes again: the cursor is stored after them, and goes with them. */
const repeatable = { repeatable: true };
/** Characters of lines that are read before they are written, and before a checkpoint is stored. */
const charactersAtOnce = 500_000;

export function createArriving({ database, replica, slicing, requested }: ArrivingOptions): Arriving {
  const write = createPortionWriter(database.connection);
  const skus = new Set<string>();
  let reading: Reading | undefined;
  let waiting: Portion[] = [];
  /** Characters that wait to be written, and that came since a checkpoint was stored. */
  let unwritten = 0;
  let uncovered = 0;
  let rows = 0;
  let passed: { readonly checkpoint: Checkpoint; readonly rows: number } | undefined;
  let catalogueChanged = false;

  const begun = (): Reading => {
    if (reading === undefined) throw new Error('A feed was written before its beginning');
    return reading;
  };

  const writeWaiting = async (): Promise<void> => {
    const { mode, generation } = begun();
    const portions = waiting;
    const covered = passed;
    // Should writing fail, a checkpoint behind the rows must not be stored.
    passed = undefined;
    waiting = [];
    unwritten = 0;
    const pause = slicing.createPause();
    for (let index = 0; index < portions.length; ) {
      await database.transaction(async () => {
        const mayGoOn = slicing.createBudget();
        do {
          const portion = portions[index];
          index += 1;
          if (portion === undefined) return;
          if (write(portion, generation)) catalogueChanged = true;
          if (mode === 'delta' && portion.type === 'stock') for (const sku of portion.skus) skus.add(sku);
        } while (mayGoOn());
      }, repeatable);
      await pause();
    }
    passed = covered;
  };

  const storePassed = async (): Promise<void> => {
    await writeWaiting();
    if (passed === undefined) return;
    await replica.checkpoint(begun(), passed.checkpoint, { applied: passed.rows, requested });
    passed = undefined;
    uncovered = 0;
  };

  return {
    begin: (begin) => {
      reading = begin;
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
      const { mode, generation } = begun();
      await writeWaiting();
      if (mode === 'snapshot') {
        catalogueChanged = true;
        await removeOlder(database, generation, slicing);
      }
      const epochChanged = await replica.checkpoint(begun(), checkpoint, { applied: rows, requested });
      passed = undefined;
      return { mode, catalogueChanged, skus: [...skus], epochChanged };
    },
    keep: async () => {
      if (reading !== undefined) await storePassed();
    },
    share: () => {
      const { before, total } = begun();
      return total === 0 ? 1 : Math.min(1, (before + rows) / total);
    },
  };
}
