import type { MessagePort } from 'node:worker_threads';
import type { DeviceEnvironment } from '../../../core/ports/environment.ts';
import type { Clocks } from '../../../core/stock/lease.ts';
import { createFeedWriter } from '../feed-writer.ts';
import type { Migration } from '../migrate.ts';
import { openDatabase } from '../open-database.ts';
import type { StoreWatch } from '../store-watch.ts';
import { createLineInbox, type LineInbox } from './line-inbox.ts';
import {
  type FromThread,
  type ThreadData,
  type ThreadError,
  ThreadFailed,
  type ToThread,
  toThreadError,
} from './messages.ts';
import { createThreadSlicing } from './thread-slicing.ts';
import { createYieldingLock } from './write-lock.ts';

export interface ServedThread {
  readonly port: MessagePort;
  readonly data: ThreadData;
  readonly environment: DeviceEnvironment;
  /** Those that the file has seen already. */
  readonly migrations: readonly Migration[];
}

/** Transactions of one feed after which the log is moved into the file before the feed is over: about 200 MB. */
const mostUncheckpointed = 200;
/** Transactions after which it is moved at the end of a feed. */
const worthACheckpoint = 8;
/** A read of the main thread is over at once; so often it is tried again until there is none. */
const truncateAttempts = 20;

/**
 * The thread that writes what the hub sends, so that nothing that a shopper looks at waits for it: validating, full text,
 * the disk. It has the file open beside the main thread, which has brought it up to date; the lock says whose turn it is.
 */
export function serveStoreThread({ port, data, environment, migrations }: ServedThread): void {
  const tell = (message: FromThread): void => port.postMessage(message);
  const lock = createYieldingLock(data.lock);
  const watch = toldWatch(tell);
  const opened = openDatabase(data.file, migrations, {
    waitMs: data.waitMs,
    watch,
    partner: { lock, committed: () => undefined },
  });
  if (!opened.ok) throw new Error(opened.failure.message);
  const database = opened.value;
  let uncheckpointed = 0;
  let onKeysKept = (_error: ThreadError | undefined): void => undefined;

  /** Outside of the lock: it keeps nobody from writing. */
  const checkpoint = (): void => {
    uncheckpointed = 0;
    try {
      database.connection.prepare('PRAGMA wal_checkpoint(PASSIVE)').all();
    } catch (error) {
      // A full disk: what is in the log stays there, and is moved another time.
      watch.failed(error);
    }
  };

  const feed = createFeedWriter(database, environment, {
    slicing: createThreadSlicing(lock),
    keepCapsuleKeys: (keys) =>
      new Promise((resolve, reject) => {
        onKeysKept = (error) => (error === undefined ? resolve() : reject(new ThreadFailed(error)));
        tell({ type: 'keep-keys', keys });
      }),
    onWritten: (written) => {
      tell({ type: 'written', written });
      uncheckpointed += 1;
      if (uncheckpointed >= mostUncheckpointed) checkpoint();
    },
  });

  const apply = async (lines: LineInbox, requested: Clocks): Promise<void> => {
    try {
      const onProgress = (share: number): void => tell({ type: 'progress', share });
      tell({ type: 'applied', outcome: await feed.apply(lines, { requested, onProgress }) });
    } catch (error) {
      tell({ type: 'failed', error: toThreadError(error) });
    }
    // Only now: nobody waits for it.
    if (uncheckpointed >= worthACheckpoint) checkpoint();
  };

  /** In the queue for the connection, as a transaction: nobody writes meanwhile. */
  const truncateLog = (): Promise<void> =>
    database.query.connection().execute(async () => {
      const handBack = await lock.take();
      let done = false;
      try {
        for (let attempt = 0; !done && attempt < truncateAttempts; attempt += 1) {
          if (attempt > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
          done = await database.truncateLog();
        }
      } finally {
        handBack();
        tell({ type: 'log-truncated', done });
      }
    });

  let inbox = createLineInbox(() => undefined);
  let applying: Promise<void> = Promise.resolve();

  port.on('message', (message: ToThread) => {
    switch (message.type) {
      case 'apply':
        inbox = createLineInbox(() => tell({ type: 'taken' }));
        applying = apply(inbox, message.requested);
        break;
      case 'lines':
        inbox.add(message.lines);
        break;
      case 'lines-ended':
        inbox.end(message.broke);
        break;
      case 'keys-kept':
        onKeysKept(message.error);
        break;
      case 'checkpoint':
        checkpoint();
        break;
      case 'truncate-log':
        truncateLog().catch(watch.failed);
        break;
      case 'close':
        inbox.end(true);
        void applying.then(() => database.close()).then(() => port.close());
        break;
    }
  });
}

/** Tells the main thread, which knows what it means; here it is only asked whether a write is worth telling. */
function toldWatch(tell: (message: FromThread) => void): StoreWatch {
  let failed = false;
  return {
    failed: (error) => {
      failed = true;
      tell({ type: 'disk-failed', error: toThreadError(error) });
    },
    wrote: () => {
      failed = false;
      tell({ type: 'disk-wrote' });
    },
    trouble: () => (failed ? { kind: 'failing', since: 0 } : null),
  };
}
