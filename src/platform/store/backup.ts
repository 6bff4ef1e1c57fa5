import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Connection, openConnection } from './connection.ts';
import { moveDurably, nameOfTime, syncFile, timeInName } from './durable-names.ts';

/** Backups of one file that are kept. */
const kept = 3;

const folderOf = (file: string): string => path.join(path.dirname(file), 'backups');

/** Paths of a file's backups, the newest first. */
function listBackups(file: string): readonly string[] {
  const folder = folderOf(file);
  const { name } = path.parse(file);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((one) => one.startsWith(`${name}.`) && one.endsWith('.sqlite') && timeInName(one) !== undefined)
    .sort((one, other) => (timeInName(other) ?? 0) - (timeInName(one) ?? 0))
    .map((one) => path.join(folder, one));
}

/** When the newest backup of a file was made, in milliseconds since 1970; null where there is none. */
export function lastBackupAt(file: string): number | null {
  const [newest] = listBackups(file);
  return newest === undefined ? null : (timeInName(path.basename(newest)) ?? null);
}

/** Erases from a copy what must not be kept for long. */
export type Scrub = (copy: Connection) => void;

/**
 * Copies a database as it is now to `backups/` beside it, named by its schema and the time, and forgets all but the last
 * three. Durable when this returns the copy's path. `scrub` is run on the copy: what must not be kept for long.
 */
export function backUp(
  connection: Connection,
  file: string,
  { schema, at, scrub }: { readonly schema: string; readonly at: number; readonly scrub?: Scrub | undefined },
): string {
  const folder = folderOf(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const backup = path.join(folder, `${path.parse(file).name}.${schema}.${nameOfTime(at)}.sqlite`);
  const partial = path.join(folder, `${path.parse(file).name}.partial`);
  rmSync(partial, { force: true });
  try {
    connection.prepare('VACUUM INTO ?').run(partial);
    if (scrub) scrubCopy(partial, scrub);
    syncFile(partial);
    moveDurably(partial, backup);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
  for (const old of listBackups(file).slice(kept)) rmSync(old, { force: true });
  return backup;
}

function scrubCopy(file: string, scrub: Scrub): void {
  const copy = openConnection(file);
  try {
    // Erased bytes are to be nowhere, so neither left in a page nor written to a journal.
    copy.execute('PRAGMA journal_mode = MEMORY; PRAGMA secure_delete = ON; BEGIN');
    scrub(copy);
    copy.execute('COMMIT');
  } finally {
    copy.close();
  }
}
