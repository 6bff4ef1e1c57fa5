import type { CapsuleKey } from '../../../contracts/capsule.ts';
import type { Result } from '../../../contracts/result.ts';
import type { Clocks } from '../../../core/stock/lease.ts';
import type { Written } from '../feed-rows.ts';
import type { FeedOutcome } from '../feed-writer.ts';
import type { LockCells } from './write-lock.ts';

/** What the thread is started with. */
export interface ThreadData {
  readonly file: string;
  /** How long to wait for another program that is writing, in milliseconds. */
  readonly waitMs: number;
  readonly lock: LockCells;
}

/** What is asked of the thread. One feed at a time: its lines belong to the last `apply`. */
export type ToThread =
  | { readonly type: 'apply'; readonly requested: Clocks }
  | { readonly type: 'lines'; readonly lines: readonly string[] }
  /** `broke`: reading them failed, and whoever asked knows why. */
  | { readonly type: 'lines-ended'; readonly broke: boolean }
  /** Answers `keep-keys`. */
  | { readonly type: 'keys-kept'; readonly error: ThreadError | undefined }
  /** Moves what is in the log into the file. */
  | { readonly type: 'checkpoint' }
  | { readonly type: 'truncate-log' }
  | { readonly type: 'close' };

/** An error on its way between threads. */
export interface ThreadError {
  readonly message: string;
  /** Of SQLite or of the system, where it is one of theirs. */
  readonly code: string | undefined;
}

export const toThreadError = (error: unknown): ThreadError =>
  error instanceof Error
    ? { message: error.message, code: 'code' in error ? String(error.code) : undefined }
    : { message: String(error), code: undefined };

/** The error of the other thread, here. */
export class ThreadFailed extends Error {
  readonly code: string | undefined;
  constructor({ message, code }: ThreadError) {
    super(message);
    this.code = code;
  }
}

export type FromThread =
  /** Lines were taken: as many more messages of them may come. */
  | { readonly type: 'taken' }
  | { readonly type: 'progress'; readonly share: number }
  /** Keys that came with the feed, to be pinned before it goes on. */
  | { readonly type: 'keep-keys'; readonly keys: readonly CapsuleKey[] }
  | { readonly type: 'written'; readonly written: Written }
  | { readonly type: 'applied'; readonly outcome: Result<FeedOutcome> }
  | { readonly type: 'failed'; readonly error: ThreadError }
  | { readonly type: 'log-truncated'; readonly done: boolean }
  /** For the watch of the store. */
  | { readonly type: 'disk-failed'; readonly error: ThreadError }
  | { readonly type: 'disk-wrote' };
