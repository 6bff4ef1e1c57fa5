import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../../../src/platform/store/open-database.ts';
import { kioskFile } from '../databases.ts';
import type { Ledger } from './ledger.ts';

/** How a killed kiosk left its file. */
export interface Remains {
  readonly moment: 'before the store' | 'first sync' | 'operations waiting' | 'feed behind' | 'at rest';
  /** What must not be: words for a person, empty when all is well. */
  readonly wrong: readonly string[];
}

interface Replica {
  readonly cursor: string | null;
  readonly syncedAt: number | null;
  readonly waiting: number;
}

/** Looks at a copy, so that the kiosk finds its file as the kill left it. */
export async function examine(dataFolder: string, ledger: Ledger, hubCursor: number): Promise<Remains> {
  const folder = await mkdtemp(path.join(tmpdir(), 'aisle-remains-'));
  try {
    const copy = path.join(folder, 'shop.sqlite');
    const copied = await Promise.all(
      ['', '-wal'].map((suffix) =>
        copyFile(kioskFile(dataFolder) + suffix, copy + suffix).then(
          () => true,
          () => false,
        ),
      ),
    );
    const settings = await readSettings(dataFolder);
    if (!copied[0]) return { moment: 'before the store', wrong: settings };
    const inFile = await examineFile(copy, ledger, hubCursor);
    return { ...inFile, wrong: [...settings, ...inFile.wrong] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function readSettings(dataFolder: string): Promise<string[]> {
  const text = await readFile(path.join(dataFolder, 'device.json'), 'utf8').catch(() => undefined);
  try {
    if (text !== undefined) JSON.parse(text);
    return [];
  } catch {
    return [`device.json cannot be read: ${JSON.stringify(text?.slice(0, 80))}`];
  }
}

async function examineFile(file: string, ledger: Ledger, hubCursor: number): Promise<Remains> {
  const opened = openDatabase(file, [], { readonly: true });
  if (!opened.ok) return { moment: 'at rest', wrong: [`does not open: ${opened.failure.message}`] };
  const { connection } = opened.value;
  try {
    const integrity = connection.prepare<{ integrity_check: string }>('PRAGMA integrity_check').all();
    const wrong = integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok');
    const made = connection.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'replica'`).first();
    if (made === undefined) return { moment: 'before the store', wrong };
    const replica = connection
      .prepare<Replica>('SELECT cursor, syncedAt, (SELECT count(*) FROM outbox) AS waiting FROM replica')
      .first();
    const active = new Set(
      connection
        .prepare<{ reservationId: string }>(
          `SELECT reservationId FROM reservation WHERE state NOT IN ('cancelled', 'expired', 'returned', 'bought')`,
        )
        .all()
        .map((row) => row.reservationId),
    );
    const now = Date.now();
    const lost = ledger
      .standing()
      .filter(({ reservationId, expiresAt }) => expiresAt > now && !active.has(reservationId));
    wrong.push(...lost.map(({ reservationId, sku }) => `acknowledged, not here: ${reservationId} of ${sku}`));
    return { moment: momentOf(replica, hubCursor), wrong };
  } finally {
    await opened.value.close();
  }
}

function momentOf(replica: Replica | undefined, hubCursor: number): Remains['moment'] {
  if (replica === undefined || replica.syncedAt === null) return 'first sync';
  if (replica.waiting > 0) return 'operations waiting';
  return Number.parseInt(replica.cursor ?? '0', 10) < hubCursor ? 'feed behind' : 'at rest';
}
