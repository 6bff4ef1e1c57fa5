import type { CapsuleKey } from '../../contracts/capsule.ts';
import { readFeedText } from '../../contracts/feed-text.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { DeviceEnvironment } from '../../core/ports/environment.ts';
import type { Clocks } from '../../core/stock/lease.ts';
import { type Arriving, createArriving } from './arriving.ts';
import type { Written } from './feed-rows.ts';
import type { Database } from './open-database.ts';
import { createReplica, type ReplicaPosition } from './replica.ts';
import { createTimedSlicing, type Slicing } from './slices.ts';

export interface FeedOutcome {
  readonly mode: 'snapshot' | 'delta';
  /** Whether stores, products or offers may have changed. */
  readonly catalogueChanged: boolean;
  /** Variants whose stock may have changed; empty for a snapshot, which is about everything. */
  readonly skus: readonly string[];
  /** The hub is not the one it was, or says less than it had confirmed: ask what it has, and say the rest again. */
  readonly mayHaveForgotten: boolean;
}

export interface FeedRequest {
  /** Both null: from the beginning. */
  readonly epoch: string | null;
  readonly cursor: string | null;
  /** Last operation that was made here. */
  readonly sequence: number;
  readonly clocks: Clocks;
}

export interface FeedWriter {
  position(): ReplicaPosition;
  /** What to ask the hub for, and the clocks of this moment: a lease counts from here. */
  request(): FeedRequest;
  /**
   * Applies a feed's lines until its last checkpoint. `internal` (reason `feed-broken`) when it ends early or holds what
   * is no feed: rows so far are kept, the cursor is where the last checkpoint left it. `onProgress` hears the share of
   * this feed that is here, of a whole snapshot where it is the rest of one. `requested`: the clocks when the feed was asked
   * for.
   */
  apply(
    lines: AsyncIterable<string>,
    options: { readonly requested: Clocks; readonly onProgress?: (share: number) => void },
  ): Promise<Result<FeedOutcome>>;
}

const broken = (message: string): Result<never> => fail('internal', message, { reason: 'feed-broken' });

/** Characters of lines after which one hears how far it is. */
const charactersPerNews = 50_000;

export interface FeedWriterOptions {
  readonly slicing?: Slicing;
  /** Pins the keys durably; the cursor is stored after that, so that none is missed. */
  readonly keepCapsuleKeys?: (keys: readonly CapsuleKey[]) => Promise<void>;
  /** Called after each commit, for who does not see the commits of this connection. */
  readonly onWritten?: (written: Written) => void;
}

/**
 * Brings the file to where the hub is. Rows are whole states, so any prefix of a feed may be stored and any line twice:
 * a stock row ahead of the stored `appliedSequence` only counts own holds once more, which promises too little, never
 * too much. Hence short transactions, and a cursor that is stored behind the last of its rows. A snapshot stamps what it
 * brings; at its end what bears an older stamp goes, so there is no moment without a catalogue.
 */
export function createFeedWriter(
  database: Database,
  environment: DeviceEnvironment,
  {
    slicing = createTimedSlicing(),
    keepCapsuleKeys = async () => undefined,
    onWritten = () => undefined,
  }: FeedWriterOptions = {},
): FeedWriter {
  const replica = createReplica(database, environment);

  const read = async (
    lines: AsyncIterable<string>,
    arriving: Arriving,
    onProgress: (share: number) => void,
  ): Promise<Result<FeedOutcome>> => {
    const pause = slicing.createPause();
    let untold = 0;
    for await (const text of lines) {
      if (text === '') continue;
      const line = readFeedText(text);
      if (line === undefined) return broken('The hub sent a line that is not of a feed.');
      untold += text.length;
      if (line.type === 'begin') {
        const reading = await replica.begin(line);
        if (reading === undefined) return broken('The hub sent changes to a state that is not here.');
        arriving.begin(reading);
      } else if (arriving.reading() === undefined) {
        return broken('The feed does not start with its beginning.');
      } else if (line.type !== 'checkpoint') {
        if (line.type === 'capsule-keys') await keepCapsuleKeys(line.keys);
        await arriving.add(line, text);
      } else if (line.complete) {
        const outcome = await arriving.complete(line);
        onProgress(1);
        return succeed(outcome);
      } else await arriving.pass(line);
      if (untold >= charactersPerNews) {
        untold = 0;
        onProgress(arriving.share());
      }
      await pause();
    }
    return broken('The feed ended before its last checkpoint.');
  };

  return {
    position: replica.position,

    request: () => {
      const { epoch, cursor } = replica.position();
      const clocks = { now: environment.now(), uptime: environment.uptime() };
      return { epoch, cursor, sequence: replica.lastSequence(), clocks };
    },

    apply: async (lines, { requested, onProgress = () => undefined }) => {
      const arriving = createArriving({ database, replica, slicing, requested, onWritten });
      try {
        const outcome = await read(lines, arriving, onProgress);
        if (!outcome.ok) await arriving.keep();
        return outcome;
      } catch (error) {
        // Lines that broke off, or a disk that failed: then it fails again here, which is no news.
        await arriving.keep().catch(() => undefined);
        throw error;
      }
    },
  };
}
