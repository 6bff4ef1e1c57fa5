import { closeSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../../device-state/durable-file.ts';
import { syncFolder } from '../durable-names.ts';

/** What is known of a store file across starts. Instants are milliseconds since 1970. */
const storeHistory = z.object({
  /** Last time that all of it was checked and found well. */
  checkedAt: z.number().nullable(),
  /** Last time that it was damaged and made anew. */
  restored: z
    .object({
      at: z.number(),
      /** Operations that waited for the hub and were saved, and those that could not be read any more. */
      operations: z.number(),
      lost: z.number(),
    })
    .nullable(),
});
export type StoreHistory = z.infer<typeof storeHistory>;

const cleanMark = (file: string): string => `${file}.clean`;
const suspectMark = (file: string): string => `${file}.suspect`;
const historyFile = (file: string): string => `${file}.history.json`;

function leave(mark: string): void {
  closeSync(openSync(mark, 'a', 0o600));
  syncFolder(path.dirname(mark));
}

/** Gives whether it was there. */
function take(mark: string): boolean {
  if (!existsSync(mark)) return false;
  rmSync(mark);
  syncFolder(path.dirname(mark));
  return true;
}

/** The program has closed the file in order. A mark that is there then, and not one while it runs: a full disk can take none. */
export const leaveCleanMark = (file: string): void => leave(cleanMark(file));
export const takeCleanMark = (file: string): boolean => take(cleanMark(file));

/** Damage has shown in a file that is in use: the next start makes it anew. */
export const leaveSuspectMark = (file: string): void => leave(suspectMark(file));
export const isSuspect = (file: string): boolean => existsSync(suspectMark(file));
export const takeSuspectMark = (file: string): boolean => take(suspectMark(file));

/** One that cannot be read is none: it only tells. */
export function readHistory(file: string): StoreHistory {
  try {
    return storeHistory.parse(JSON.parse(readFileSync(historyFile(file), 'utf8')));
  } catch {
    return { checkedAt: null, restored: null };
  }
}

export const writeHistory = (file: string, history: StoreHistory): Promise<void> =>
  writeDurably(historyFile(file), `${JSON.stringify(history)}\n`);
