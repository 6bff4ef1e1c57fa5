import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import path from 'node:path';

/** Makes a file's bytes survive a power cut. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes what was created, renamed or removed in a folder survive a power cut. */
export function syncFolder(folder: string): void {
  // Windows cannot open folders; there a rename is durable with its file.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Moves a file within one disk; durable when this returns. */
export function moveDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(path.dirname(to));
  if (path.dirname(from) !== path.dirname(to)) syncFolder(path.dirname(from));
}

/** An instant as a part of a file's name, which sorts by time: `2026-11-22T09-00-00-000Z`. */
export const nameOfTime = (at: number): string => new Date(at).toISOString().replace(/[:.]/g, '-');

/** The instant in such a name, wherever it stands in it; undefined where there is none. */
export function timeInName(name: string): number | undefined {
  const match = /(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)/.exec(name);
  return match ? Date.parse(`${match[1]}:${match[2]}:${match[3]}.${match[4]}`) : undefined;
}
