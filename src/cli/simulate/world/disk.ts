import { closeSync, mkdirSync, openSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Connect, type Connection, openConnection } from '../../../platform/store/connection.ts';
import type { Random } from '../random.ts';
import { logLength, openWalIndex, type WalIndex, type WalIndexReader } from './wal-index.ts';
import { watchConnection } from './watched-connection.ts';

/** What is left of a database on the disk when its machine stops. */
export interface DiskImage {
  readonly database: Buffer;
  /** The write-ahead log. */
  readonly log: Buffer;
}

/**
 * `kill`: the process dies, the machine goes on, so all that was written stays. `power-cut`: what was not synced is lost in
 * part or whole.
 */
export type CrashKind = 'kill' | 'power-cut';
/** Around a commit: before SQLite is told to, while its frames reach the disk, or after it but before anyone hears of it. */
export type CommitMoment = 'before' | 'torn' | 'after';

/** The disk under one SQLite file, from its opening until its process dies. The file is real; what is synced is counted. */
export interface SimulatedDisk {
  readonly file: string;
  /** For the engine to open the file with. */
  readonly connect: Connect;
  /** Whether anything was written since this was last asked. */
  takeChanged(): boolean;
  /** What a crash of that kind would leave now. */
  image(kind: CrashKind): DiskImage;
  /** Once, at the given commit from now (1 is the next): `crash` gets what is left. The commit itself still goes through. */
  crashAtCommit(
    count: number,
    moment: CommitMoment,
    kind: CrashKind,
    crash: (image: DiskImage) => void,
  ): void;
  /** Calls the armed crash off. */
  disarm(): void;
  /** Closes the file and takes it away. */
  remove(): void;
}

interface Armed {
  count: number;
  readonly moment: CommitMoment;
  readonly kind: CrashKind;
  readonly crash: (image: DiskImage) => void;
}

export function putImage(folder: string, name: string, image: DiskImage): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, name);
  writeFileSync(file, image.database);
  writeFileSync(`${file}-wal`, image.log);
  return file;
}

/** The first so many bytes of a log; what is behind them is of a time before the log began anew. */
function readLog(database: string, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  try {
    const log = openSync(`${database}-wal`, 'r');
    const read = readSync(log, bytes, 0, length, 0);
    closeSync(log);
    return bytes.subarray(0, read);
  } catch {
    return Buffer.alloc(0);
  }
}

export interface DiskOptions {
  readonly wrap: (inner: Connection) => Connection;
  /** A power cut has taken away what was written and not synced. */
  readonly onLoss: () => void;
}

/** Settings of a connection, which write nothing. */
const harmless =
  /^\s*pragma\s+(busy_timeout|foreign_keys|secure_delete|temp_store|cache_size|wal_autocheckpoint)\b/i;

/**
 * Lies down over an existing file. What is synced follows from what the connection really does, as SQLite documents it
 * (https://sqlite.org/pragma.html#pragma_synchronous): with FULL each commit syncs the log; with NORMAL only a checkpoint
 * does, before it copies; with OFF nothing does. An engine that turns syncing off therefore loses data here as it would in a shop.
 */
export function createDisk(file: string, random: Random, { wrap, onLoss }: DiskOptions): SimulatedDisk {
  let connection: Connection | undefined;
  let index: WalIndexReader | undefined;
  /** PRAGMA synchronous: 0 off, 1 normal, 2 full. */
  let level = 2;
  let written: WalIndex = { salt: '', frames: 0, copied: 0, pageSize: 4096 };
  /** Frames of the log that are surely on the disk. */
  let synced = 0;
  let changed = true;
  let armed: Armed | undefined;

  const look = (): WalIndex => {
    index ??= openWalIndex(file);
    return index.read();
  };

  /** After anything that may have written. */
  const count = (): void => {
    const now = look();
    const wrote = now.salt !== written.salt || now.frames !== written.frames;
    const checkpointed = now.salt === written.salt && now.copied > written.copied;
    if (now.salt !== written.salt) synced = 0;
    if ((wrote && level >= 2) || (checkpointed && level >= 1)) synced = now.frames;
    synced = Math.min(synced, now.frames);
    written = now;
    changed ||= wrote;
  };

  /** The log as a power cut leaves it: whole up to what was synced, anything behind that. */
  const cutLog = (log: Buffer, from: number): Buffer => {
    const end = log.length;
    if (from >= end || random.chance(0.2)) return log;
    onLoss();
    if (random.chance(0.5)) return log.subarray(0, from);
    const torn = Buffer.from(log);
    const at = random.whole(from, end);
    if (random.chance(0.5)) return torn.subarray(0, at);
    // Its length reached the disk, one stretch of its content did not.
    return torn.fill(0, at, Math.min(end, at + 4096));
  };

  const image: SimulatedDisk['image'] = (kind) => {
    const now = look();
    const database = readFileSync(file);
    const log = readLog(file, logLength(now, now.frames));
    if (kind === 'kill') return { database, log };
    return { database, log: cutLog(log, logLength(now, synced)) };
  };

  const onCommit = (commit: () => void): void => {
    if (armed !== undefined) armed.count -= 1;
    if (armed === undefined || armed.count > 0) {
      commit();
      count();
      return;
    }
    const { moment, kind, crash } = armed;
    armed = undefined;
    if (moment === 'before') crash(image(kind));
    const before = look();
    const database = moment === 'torn' ? readFileSync(file) : undefined;
    commit();
    const after = look();
    const log = moment === 'torn' ? readLog(file, logLength(after, after.frames)) : undefined;
    const from = before.salt === after.salt ? before.frames : 0;
    count();
    if (moment === 'after') crash(image(kind));
    if (database !== undefined && log !== undefined) {
      crash({ database, log: cutLog(log, logLength(before, from)) });
    }
  };

  const levels = new Map<string, number>();
  /** What SQLite itself says that its level is after the statement; it says the same each time. */
  const levelAfter = (inner: Connection, statement: string): number => {
    const known = levels.get(statement);
    if (known !== undefined) return known;
    const [row] = inner.raw.prepare('PRAGMA synchronous').all() as { synchronous: number }[];
    const now = row?.synchronous ?? level;
    levels.set(statement, now);
    return now;
  };

  const connect: Connect = (name, waitMs) => {
    const inner = wrap(openConnection(name, waitMs));
    connection = inner;
    return watchConnection(inner, {
      onCommit,
      onOther: (statement) => {
        if (/\bsynchronous\b/i.test(statement)) level = levelAfter(inner, statement);
        else if (!harmless.test(statement)) count();
      },
    });
  };

  return {
    file,
    connect,
    takeChanged: () => {
      const was = changed;
      changed = false;
      return was;
    },
    image,
    crashAtCommit: (commits, moment, kind, crash) => {
      armed = { count: commits, moment, kind, crash };
    },
    disarm: () => {
      armed = undefined;
    },
    remove: () => {
      index?.close();
      connection?.close();
      for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    },
  };
}
