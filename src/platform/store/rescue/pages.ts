import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';

/** The pages of a database as SQLite would see them, read past SQLite: of a file that it may refuse. */
export interface Pages {
  readonly size: number;
  readonly count: number;
  /** Numbers count from 1. Undefined where the disk does not give the page, or there is none. */
  read(number: number): Buffer | undefined;
  /** Where the log is broken: what the page was before, the oldest state first. What moved to a lost page is still there. */
  earlier(number: number): readonly Buffer[];
  close(): void;
}

/** What our files have; for one whose header is gone. */
const usualPageSize = 4096;
const isPageSize = (size: number): boolean => size >= 512 && size <= 65_536 && (size & (size - 1)) === 0;

/**
 * Opens a database file together with its write-ahead log, of which the latest intact state of each page counts. Formats:
 * https://sqlite.org/fileformat2.html. Throws where the file itself cannot be opened.
 */
export function openPages(file: string): Pages {
  const handle = openSync(file, 'r');
  const log = readLog(`${file}-wal`);
  const header = Buffer.alloc(100);
  readSync(handle, header, 0, 100, 0);
  const stated = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const size = log?.pageSize ?? (isPageSize(stated) ? stated : usualPageSize);
  const inFile = Math.floor(fstatSync(handle).size / size);
  const count = Math.max(inFile, ...(log?.pages.keys() ?? []));
  const readFile = (number: number): Buffer | undefined => {
    if (number < 1 || number > inFile) return undefined;
    const page = Buffer.alloc(size);
    try {
      return readSync(handle, page, 0, size, (number - 1) * size) === size ? page : undefined;
    } catch {
      // A bad sector takes its page with it, no more.
      return undefined;
    }
  };
  return {
    size,
    count,
    read: (number) => log?.pages.get(number)?.at(-1) ?? readFile(number),
    earlier: (number) => {
      const logged = log?.broken ? log.pages.get(number) : undefined;
      const inFile = logged && readFile(number);
      return [...(inFile ? [inFile] : []), ...(logged ?? []).slice(0, -1)];
    },
    close: () => closeSync(handle),
  };
}

interface Log {
  readonly pageSize: number;
  /** All committed states of each page, in their order. */
  readonly pages: ReadonlyMap<number, readonly Buffer[]>;
  /** Whether something was committed behind a frame that is damaged: SQLite would pass over it without a word. */
  readonly broken: boolean;
}

/** Whether a database's write-ahead log is damaged before its end. */
export const isLogBroken = (file: string): boolean => readLog(`${file}-wal`)?.broken === true;

const logHeaderSize = 32;
const frameHeaderSize = 24;

/** The log's frames of its present round up to the last commit, without those whose checksum does not fit. */
function readLog(file: string): Log | undefined {
  if (!existsSync(file)) return undefined;
  const log = readFileSync(file);
  if (log.length < logHeaderSize || log.readUInt32BE(0) >>> 1 !== 0x377f0682 >>> 1) return undefined;
  const pageSize = log.readUInt32BE(8);
  if (!isPageSize(pageSize)) return undefined;
  const bigEndian = log.readUInt32BE(0) === 0x377f0683;
  const salt = log.subarray(16, 24);
  const pages = new Map<number, Buffer[]>();
  let uncommitted: (readonly [number, Buffer])[] = [];
  let damaged = false;
  let broken = false;
  let before = log.subarray(24, 32);
  for (let at = logHeaderSize; ; at += frameHeaderSize + pageSize) {
    const frame = log.subarray(at, at + frameHeaderSize + pageSize);
    if (frame.length < frameHeaderSize + pageSize) break;
    const page = frame.subarray(frameHeaderSize);
    // Each frame is measured by the checksum that the one before it bears, so that a bad one spoils only the next.
    const fits =
      frame.subarray(8, 16).equals(salt) &&
      checksum(before, [frame.subarray(0, 8), page], bigEndian).equals(frame.subarray(16, 24));
    before = frame.subarray(16, 24);
    damaged ||= !fits;
    if (!fits) continue;
    uncommitted.push([frame.readUInt32BE(0), page]);
    if (frame.readUInt32BE(4) === 0) continue;
    broken ||= damaged;
    for (const [number, content] of uncommitted) pages.set(number, [...(pages.get(number) ?? []), content]);
    uncommitted = [];
  }
  return { pageSize, pages, broken };
}

/** The log's cumulative checksum: Fibonacci-weighted sums of 32-bit words. */
function checksum(seed: Buffer, parts: readonly Buffer[], bigEndian: boolean): Buffer {
  let first = seed.readUInt32BE(0);
  let second = seed.readUInt32BE(4);
  for (const part of parts) {
    for (let at = 0; at + 8 <= part.length; at += 8) {
      const one = bigEndian ? part.readUInt32BE(at) : part.readUInt32LE(at);
      const other = bigEndian ? part.readUInt32BE(at + 4) : part.readUInt32LE(at + 4);
      first = (first + one + second) >>> 0;
      second = (second + other + first) >>> 0;
    }
  }
  const sums = Buffer.alloc(8);
  sums.writeUInt32BE(first, 0);
  sums.writeUInt32BE(second, 4);
  return sums;
}
