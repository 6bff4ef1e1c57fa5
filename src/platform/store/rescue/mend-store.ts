import { existsSync } from 'node:fs';
import { type Result, succeed } from '../../../contracts/result.ts';
import type { Migration } from '../migrate.ts';
import { storeFailure } from '../store-failure.ts';
import { findDamage } from './inspect.ts';
import {
  isSuspect,
  readHistory,
  type StoreHistory,
  takeCleanMark,
  takeSuspectMark,
  writeHistory,
} from './marks.ts';
import { acceptRebuilt, putRestoredInPlace, type RebuildOptions, rebuild } from './rebuild.ts';

export interface MendOptions extends RebuildOptions {
  /** Words for the log. */
  readonly onWarning: (message: string) => void;
}

/** All of a file is checked at least this often; after a stop that was not clean, always. */
const checkEveryMs = 24 * 60 * 60_000;

/**
 * To be called before a store file is opened. Checks it, and where it is damaged saves what exists nowhere else into a new
 * file, moves the damaged one aside and puts the new one in its place; the hub's feed then brings the rest. Failures are
 * those of `openDatabase`: then nothing has been changed.
 */
export async function mendStore(
  file: string,
  migrations: readonly Migration[],
  options: MendOptions,
): Promise<Result<StoreHistory>> {
  try {
    putRestoredInPlace(file, options.now());
    const known = readHistory(file);
    if (!existsSync(file)) return succeed(known);
    const now = options.now();
    const thorough = !takeCleanMark(file) || Math.abs(now - (known.checkedAt ?? 0)) > checkEveryMs;
    const damage = isSuspect(file) ? 'it showed while the file was in use' : findDamage(file, { thorough });
    if (damage !== undefined) return await restore(file, damage, migrations, options);
    if (!thorough) return succeed(known);
    const checked: StoreHistory = { ...known, checkedAt: now };
    // Without the note it is checked again at the next start.
    await writeHistory(file, checked).catch(() => undefined);
    return succeed(checked);
  } catch (error) {
    const failure = storeFailure(error, file);
    if (failure === undefined) throw error;
    return failure;
  }
}

async function restore(
  file: string,
  damage: string,
  migrations: readonly Migration[],
  options: MendOptions,
): Promise<Result<StoreHistory>> {
  const at = options.now();
  const { operations, lost } = rebuild(file, migrations, options);
  const history: StoreHistory = { checkedAt: at, restored: { at, operations, lost } };
  await writeHistory(file, history);
  acceptRebuilt(file);
  takeSuspectMark(file);
  const aside = putRestoredInPlace(file, at);
  options.onWarning(
    `${file} was damaged (${damage}). Operations that waited for the hub: ${operations} saved, ${lost} not readable. The damaged file is in ${aside}; the hub brings the rest.`,
  );
  return succeed(history);
}
