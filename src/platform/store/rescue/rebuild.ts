import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Connection } from '../connection.ts';
import { moveDurably, nameOfTime, syncFile, syncFolder, timeInName } from '../durable-names.ts';
import type { Migration } from '../migrate.ts';
import { openDatabase } from '../open-database.ts';
import { completeRows, type SavedRows } from './complete-rows.ts';
import { openPages, type Pages } from './pages.ts';
import { findMigrations, findVitalRows, type Row } from './vital-rows.ts';

export interface RebuildOptions {
  readonly now: () => number;
  readonly newId: () => string;
}

/** Damaged files that are kept: each is as large as a shop, and may hold what was of a shopper. */
const kept = 2;
const suffixes = ['', '-wal', '-shm'];

const partialFile = (file: string): string => `${file}.rebuilding`;
const restoredFile = (file: string): string => `${file}.restored`;
const damagedFolder = (file: string): string => path.join(path.dirname(file), 'damaged');

/**
 * Makes a new file, beside the damaged one, of what can still be read of it; `acceptRebuilt` and `putRestoredInPlace` come
 * next. Throws what SQLite or the system says when it cannot be written.
 */
export function rebuild(
  file: string,
  migrations: readonly Migration[],
  { now, newId }: RebuildOptions,
): Omit<SavedRows, 'rows'> {
  const { version, rows } = readDamaged(file, migrations);
  const saved = completeRows(rows, newId);
  const whole = openWhole(version, now);
  if (whole === undefined) throw new Error('The migrations do not run on a new file');
  for (const [table, content] of saved.rows) insert(whole, table, content);
  const partial = partialFile(file);
  rmSync(partial, { force: true });
  // Not written by a connection of its own: libsql leaves one open until its statements are collected, and with it the
  // locks and the log of a file that is to be moved.
  whole.prepare('VACUUM INTO ?').run(partial);
  whole.close();
  syncFile(partial);
  return { operations: saved.operations, lost: saved.lost };
}

/** A new file of a version, in memory. Undefined where its migrations are of no version that ever was. */
function openWhole(version: readonly Migration[], now: () => number): Connection | undefined {
  const opened = openDatabase(':memory:', version, { now });
  return opened.ok ? opened.value.connection : undefined;
}

/** From here on the new file is the one that counts. */
export const acceptRebuilt = (file: string): void => moveDurably(partialFile(file), restoredFile(file));

/**
 * Moves a damaged file aside and the restored one in its place. Each step can be the last before a power cut: the next start
 * goes on with the rest. Gives the folder of the damaged file; undefined when there is nothing to put in place.
 */
export function putRestoredInPlace(file: string, at: number): string | undefined {
  const restored = restoredFile(file);
  if (!existsSync(restored)) return undefined;
  const aside = path.join(damagedFolder(file), nameOfTime(at));
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  syncFolder(damagedFolder(file));
  for (const suffix of suffixes) {
    if (existsSync(file + suffix)) moveDurably(file + suffix, path.join(aside, path.basename(file) + suffix));
  }
  moveDurably(restored, file);
  const old = readdirSync(damagedFolder(file))
    .filter((name) => timeInName(name) !== undefined)
    .sort()
    .slice(0, -kept);
  for (const name of old) rmSync(path.join(damagedFolder(file), name), { recursive: true, force: true });
  return aside;
}

interface Found {
  readonly version: readonly Migration[];
  readonly rows: ReadonlyMap<string, readonly Row[]>;
}

/** A file from before an update is rebuilt as it was then, and migrated as usual when it is opened. */
function readDamaged(file: string, migrations: readonly Migration[]): Found {
  const pages = openPages(file);
  try {
    const seen = findMigrations(pages);
    const older = migrations.filter(({ name }) => seen.has(name));
    const found = readAs(pages, migrations);
    if (older.length === 0 || older.length === migrations.length) return found;
    const asOlder = readAs(pages, older);
    const count = ({ rows }: Found): number =>
      [...asOlder.rows.keys()].flatMap((name) => rows.get(name) ?? []).length;
    return count(asOlder) >= count(found) ? asOlder : found;
  } finally {
    pages.close();
  }
}

function readAs(pages: Pages, version: readonly Migration[]): Found {
  const whole = openWhole(version, () => 0);
  if (whole === undefined) return { version, rows: new Map() };
  const rows = findVitalRows(pages, whole);
  whole.close();
  return { version, rows };
}

/** What is found twice counts once; columns that this version does not have are left out. */
function insert({ prepare }: Connection, table: string, rows: readonly Row[]): void {
  const columns = prepare<{ name: string }>(`PRAGMA table_info(${table})`).all();
  for (const row of rows) {
    const names = columns.map(({ name }) => name).filter((name) => row[name] !== undefined);
    const places = names.map(() => '?').join(', ');
    prepare(`INSERT OR REPLACE INTO ${table} (${names.join(', ')}) VALUES (${places})`).run(
      ...names.map((name) => row[name] ?? null),
    );
  }
}
