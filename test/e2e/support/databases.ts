import path from 'node:path';
import { hubMigrations } from '../../../src/platform/hub-store/migrations.ts';
import type { SqlValue } from '../../../src/platform/store/connection.ts';
import { baseMigrations } from '../../../src/platform/store/migrations/base.ts';
import { openDatabase } from '../../../src/platform/store/open-database.ts';

/** Rows of a SQLite file that another process has open. Opened for this one reading, so that no lock stays. */
export async function rows<Row>(
  file: string,
  sql: string,
  ...parameters: readonly SqlValue[]
): Promise<Row[]> {
  const opened = openDatabase(file, [], { readonly: true });
  if (!opened.ok) throw new Error(opened.failure.message);
  try {
    return [...opened.value.connection.prepare<Row>(sql).all(...parameters)];
  } finally {
    await opened.value.close();
  }
}

/** Changes a hub's file beside the running hub, for what only time would bring about. Gives the number of rows. */
export async function change(file: string, sql: string, ...parameters: readonly SqlValue[]): Promise<number> {
  const opened = openDatabase(file, [...baseMigrations, ...hubMigrations]);
  if (!opened.ok) throw new Error(opened.failure.message);
  try {
    return opened.value.connection.prepare(sql).run(...parameters);
  } finally {
    await opened.value.close();
  }
}

export const hubFile = (folder: string) => path.join(folder, 'hub.sqlite');
export const kioskFile = (folder: string) => path.join(folder, 'shop.sqlite');

/** Units of one variant in one shop; `granted` and `spent` are the rights of one device. */
export interface StockRow {
  readonly onHand: number;
  readonly reserved: number;
  readonly safety: number;
  readonly granted: number;
  readonly spent: number;
}

/** As the hub has it for its device of that name, in the device's shop. */
export async function hubStock(folder: string, device: string, sku: string): Promise<StockRow | undefined> {
  const [row] = await rows<StockRow>(
    hubFile(folder),
    `SELECT onHand, reserved, safety, coalesce(deviceGrant.granted, 0) AS granted, coalesce(deviceGrant.spent, 0) AS spent
     FROM device JOIN stock USING (storeId) LEFT JOIN deviceGrant USING (storeId, sku, deviceId)
     WHERE device.name = ? AND stock.sku = ?`,
    device,
    sku,
  );
  return row;
}

/** As the kiosk has it. */
export async function kioskStock(
  folder: string,
  storeId: string,
  sku: string,
): Promise<StockRow | undefined> {
  const [row] = await rows<StockRow>(
    kioskFile(folder),
    'SELECT onHand, reserved, safety, granted, spent FROM stock WHERE storeId = ? AND sku = ?',
    storeId,
    sku,
  );
  return row;
}

/** Operations that a kiosk still has to hand to its hub. */
export async function waitingOperations(kioskFolder: string): Promise<number> {
  const [row] = await rows<{ count: number }>(kioskFile(kioskFolder), 'SELECT count(*) AS count FROM outbox');
  return row?.count ?? Number.NaN;
}

/** Ids of sessions that a kiosk's file still holds. */
export async function keptSessions(kioskFolder: string): Promise<string[]> {
  const kept = await rows<{ sessionId: string }>(kioskFile(kioskFolder), 'SELECT sessionId FROM session');
  return kept.map(({ sessionId }) => sessionId);
}
