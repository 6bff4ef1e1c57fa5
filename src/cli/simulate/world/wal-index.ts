import { closeSync, openSync, readSync } from 'node:fs';

/** What SQLite's shared index of a write-ahead log says (https://sqlite.org/walformat.html). */
export interface WalIndex {
  /** Changes when the log begins anew from its start. */
  readonly salt: string;
  /** Valid frames in the log. */
  readonly frames: number;
  /** Those of them that a checkpoint has copied into the database file. */
  readonly copied: number;
  readonly pageSize: number;
}

const logHeaderBytes = 32;
const frameHeaderBytes = 24;

/** Bytes of a log with so many frames. */
export const logLength = ({ pageSize }: WalIndex, frames: number): number =>
  logHeaderBytes + frames * (frameHeaderBytes + pageSize);

export interface WalIndexReader {
  read(): WalIndex;
  close(): void;
}

/** Reads `<file>-shm`, which is there once a connection in WAL mode has read the file. The index is in native byte order. */
export function openWalIndex(file: string): WalIndexReader {
  const index = openSync(`${file}-shm`, 'r');
  const bytes = Buffer.alloc(100);
  return {
    read: () => {
      readSync(index, bytes, 0, bytes.length, 0);
      const pageSize = bytes.readUInt16LE(14);
      return {
        salt: bytes.toString('hex', 32, 40),
        frames: bytes.readUInt32LE(16),
        copied: bytes.readUInt32LE(96),
        // 65536 does not fit and is written as 1.
        pageSize: pageSize === 1 ? 65536 : pageSize,
      };
    },
    close: () => closeSync(index),
  };
}
