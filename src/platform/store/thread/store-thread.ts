import { Worker } from 'node:worker_threads';
import type { CapsuleKey } from '../../../contracts/capsule.ts';
import type { Result } from '../../../contracts/result.ts';
import type { CommitNews } from '../catalogue-changes.ts';
import type { FeedOutcome, FeedWriter } from '../feed-writer.ts';
import type { Partner } from '../open-database.ts';
import type { StoreWatch } from '../store-watch.ts';
import { type FromThread, type ThreadData, ThreadFailed, type ToThread, toThreadError } from './messages.ts';
import { createFlow, type Flow, sendLines } from './send-lines.ts';
import { createFirstLock, createLockCells, freeAfterDeath } from './write-lock.ts';

export interface StoreThreadOptions {
  /** Where the thread's program lies: one that calls `serveStoreThread`. */
  readonly program: URL;
  /** As in `FeedWriterOptions`. */
  readonly keepCapsuleKeys: (keys: readonly CapsuleKey[]) => Promise<void>;
  readonly watch?: StoreWatch;
  /** As in `OpenOptions`. */
  readonly waitMs?: number;
}

/** The thread that writes what the hub sends, as the main thread sees it. */
export interface StoreThread {
  /** For opening the file here, before `start`. */
  readonly partner: Partner;
  /** What the thread commits. */
  readonly news: CommitNews;
  /** Begins, on a file that is up to date. */
  start(file: string): void;
  /** Writes a feed as `FeedWriter.apply` does. One at a time. */
  readonly apply: FeedWriter['apply'];
  /** Ends the thread, which closes the file on its side. */
  close(): Promise<void>;
}

/** Characters of lines in one message. */
const charactersPerMessage = 60_000;
/** Messages on their way: twice what the thread writes at once, or it waits for lines after each writing. */
const messagesAhead = 16;
/** Commits here after which the thread moves the log into the file. */
const commitsPerCheckpoint = 50;

type Outcome = Result<FeedOutcome> | Error;

/** The writing of one feed, as long as it lasts. */
interface Applying {
  readonly flow: Flow;
  readonly onProgress: (share: number) => void;
  readonly settle: (outcome: Outcome) => void;
}

export function createStoreThread(options: StoreThreadOptions): StoreThread {
  const { program, keepCapsuleKeys, watch, waitMs = 5000 } = options;
  const cells = createLockCells();
  const listeners = new Set<Parameters<CommitNews>[0]>();
  const truncations: ((done: boolean) => void)[] = [];
  let file: string | undefined;
  let worker: Worker | undefined;
  let applying: Applying | undefined;
  let commits = 0;
  let closed = false;

  const tellAll: Parameters<CommitNews>[0] = (written) => {
    for (const listener of listeners) listener(written);
  };

  const receive = (message: FromThread): void => {
    switch (message.type) {
      case 'taken':
        applying?.flow.taken();
        break;
      case 'progress':
        applying?.onProgress(message.share);
        break;
      case 'keep-keys':
        keepCapsuleKeys(message.keys).then(
          () => answer({ type: 'keys-kept', error: undefined }),
          (error: unknown) => answer({ type: 'keys-kept', error: toThreadError(error) }),
        );
        break;
      case 'written':
        tellAll(message.written);
        break;
      case 'applied':
        applying?.settle(message.outcome);
        break;
      case 'failed':
        applying?.settle(new ThreadFailed(message.error));
        break;
      case 'log-truncated':
        truncations.shift()?.(message.done);
        break;
      case 'disk-failed':
        watch?.failed(new ThreadFailed(message.error));
        break;
      case 'disk-wrote':
        watch?.wrote();
        break;
    }
  };

  const launch = (data: ThreadData): Worker => {
    const started = new Worker(program, { workerData: data });
    let reason = new Error('The thread that writes the shop has ended');
    started.on('message', receive);
    started.on('error', (error) => {
      reason = error;
    });
    started.on('exit', () => {
      worker = undefined;
      freeAfterDeath(cells);
      // It may have committed what it could not tell any more.
      tellAll('anything');
      applying?.settle(reason);
      for (const resolve of truncations.splice(0)) resolve(false);
    });
    return started;
  };

  /** A thread that has died is started anew by whoever needs it. */
  const send = (message: ToThread): void => {
    if (closed) return;
    if (file === undefined) throw new Error('The thread of the store was not started');
    worker ??= launch({ file, waitMs, lock: cells });
    worker.postMessage(message);
  };

  /** Also while it is being closed: the thread ends its feed first, which waits for this. One that has died asks anew. */
  const answer = (message: ToThread): void => worker?.postMessage(message);

  return {
    partner: {
      lock: createFirstLock(cells),
      committed: () => {
        commits += 1;
        if (worker !== undefined && commits % commitsPerCheckpoint === 0) send({ type: 'checkpoint' });
      },
      truncateLog: () =>
        new Promise((resolve) => {
          if (closed) {
            resolve(false);
            return;
          }
          truncations.push(resolve);
          send({ type: 'truncate-log' });
        }),
    },
    news: (listener) => {
      listeners.add(listener);
    },
    start: (opened) => {
      file = opened;
      worker = launch({ file, waitMs, lock: cells });
    },
    apply: async (lines, { requested, onProgress = () => undefined }) => {
      if (applying !== undefined) throw new Error('A feed is being written already');
      const flow = createFlow(messagesAhead);
      const settled = new Promise<Outcome>((resolve) => {
        applying = {
          flow,
          onProgress,
          settle: (outcome) => {
            flow.stop();
            resolve(outcome);
          },
        };
      });
      try {
        send({ type: 'apply', requested });
        const read = await sendLines(lines, flow, charactersPerMessage, (some) =>
          send({ type: 'lines', lines: some }),
        ).then(
          () => ({ broke: false as const }),
          (reason: unknown) => ({ broke: true as const, reason }),
        );
        send({ type: 'lines-ended', broke: read.broke });
        // Also when reading failed: what has come is kept first, and it may have been all.
        const outcome = await settled;
        const whole = !(outcome instanceof Error) && outcome.ok;
        if (read.broke && !whole) throw read.reason;
        if (outcome instanceof Error) throw outcome;
        return outcome;
      } finally {
        applying = undefined;
      }
    },
    close: async () => {
      closed = true;
      if (worker === undefined) return;
      const ended = new Promise((resolve) => worker?.once('exit', resolve));
      worker.postMessage({ type: 'close' } satisfies ToThread);
      await ended;
    },
  };
}
