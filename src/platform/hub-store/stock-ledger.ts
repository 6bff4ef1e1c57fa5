import type { StockPosition } from '../../core/ports/shop-store.ts';
import { hubFree, initialGrant } from '../../core/stock/escrow.ts';
import { markChanged } from './feed-log.ts';
import { listOf, type TransactionSql } from './sql.ts';

interface LedgerRow {
  readonly storeId: string;
  readonly sku: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly safety: number;
  readonly location: string | null;
  readonly asOf: number;
  /** Units that devices may promise by themselves and have not. */
  readonly granted: number;
  /** The same of the asking device alone. */
  readonly own: number;
}

const ledgerColumns = `
  stock.storeId, stock.sku, stock.onHand, stock.reserved, stock.safety, stock.location, stock.asOf,
  coalesce((SELECT sum(granted - spent) FROM deviceGrant
    WHERE deviceGrant.storeId = stock.storeId AND deviceGrant.sku = stock.sku), 0) AS granted,
  coalesce((SELECT granted - spent FROM deviceGrant
    WHERE deviceGrant.storeId = stock.storeId AND deviceGrant.sku = stock.sku AND deviceGrant.deviceId = ?), 0) AS own`;

const freeOf = (row: LedgerRow): number => hubFree({ ...row, grants: [{ granted: row.granted, spent: 0 }] });

function positionOf(row: LedgerRow): StockPosition {
  return {
    storeId: row.storeId,
    sku: row.sku,
    onHand: row.onHand,
    reserved: row.reserved,
    safety: row.safety,
    pending: 0,
    promisable: Math.max(0, freeOf(row)) + row.own,
    location: row.location,
    asOf: row.asOf,
  };
}

const putGrant = `INSERT INTO deviceGrant (storeId, sku, deviceId, granted, spent) VALUES (?1, ?2, ?3, ?4, 0)
  ON CONFLICT (storeId, sku, deviceId) DO UPDATE SET granted = deviceGrant.granted + ?4`;

/**
 * Stock as the hub promises it: for itself, or for the device whose operation it decides (`deviceId`), whose own unspent
 * rights come on top. Writes belong in a transaction; each moves the row to the feed's end.
 */
export function createStockLedger(sql: TransactionSql, deviceId: string | null) {
  const touch = async (storeId: string, sku: string, now: number): Promise<void> => {
    await sql.run('UPDATE stock SET asOf = ? WHERE storeId = ? AND sku = ?', now, storeId, sku);
    await markChanged(sql, 'stock', storeId, sku);
  };

  const change = async (
    storeId: string,
    sku: string,
    delta: { readonly onHand: number; readonly reserved: number },
  ): Promise<void> => {
    await sql.run(
      'UPDATE stock SET onHand = onHand + ?, reserved = reserved + ? WHERE storeId = ? AND sku = ?',
      delta.onHand,
      delta.reserved,
      storeId,
      sku,
    );
  };

  const rowFor = (forDevice: string | null, storeId: string, sku: string): Promise<LedgerRow | undefined> =>
    sql.first<LedgerRow>(
      `SELECT ${ledgerColumns} FROM stock WHERE storeId = ? AND sku = ?`,
      forDevice,
      storeId,
      sku,
    );

  return {
    async position(storeId: string, sku: string): Promise<StockPosition | undefined> {
      const row = await rowFor(deviceId, storeId, sku);
      return row && positionOf(row);
    },

    /** In the order of the skus; those without stock in the shop are left out. */
    async positions(storeId: string, skus: readonly string[]): Promise<readonly StockPosition[]> {
      const list = listOf(skus);
      const rows = await sql.all<LedgerRow>(
        `SELECT ${ledgerColumns} FROM stock WHERE storeId = ? AND sku IN ${list.text}`,
        deviceId,
        storeId,
        ...list.values,
      );
      const bySku = new Map(rows.map((row) => [row.sku, row]));
      return skus.flatMap((sku) => bySku.get(sku) ?? []).map(positionOf);
    },

    async everywhere(sku: string): Promise<readonly StockPosition[]> {
      const rows = await sql.all<LedgerRow>(
        `SELECT ${ledgerColumns} FROM stock WHERE sku = ? ORDER BY storeId`,
        deviceId,
        sku,
      );
      return rows.map(positionOf);
    },

    /** Takes the units out of what can be promised; a device's hold spends its rights, and gets the lacking ones. */
    async reserve(storeId: string, sku: string, quantity: number, now: number): Promise<void> {
      await change(storeId, sku, { onHand: 0, reserved: quantity });
      if (deviceId !== null) {
        await sql.run(
          `INSERT INTO deviceGrant (storeId, sku, deviceId, granted, spent) VALUES (?1, ?2, ?3, ?4, ?4)
           ON CONFLICT (storeId, sku, deviceId) DO UPDATE SET spent = deviceGrant.spent + ?4,
             granted = CASE WHEN deviceGrant.granted < deviceGrant.spent + ?4
               THEN deviceGrant.spent + ?4 ELSE deviceGrant.granted END`,
          storeId,
          sku,
          deviceId,
          quantity,
        );
      }
      await touch(storeId, sku, now);
    },

    /**
     * Ends a hold. `released`: a device keeps the rights that it spent, for it may have promised them anew before the hub heard;
     * `returned`: it has said that it gives them back; `bought`: they leave with the shopper.
     */
    async settle(
      hold: {
        readonly storeId: string;
        readonly sku: string;
        readonly quantity: number;
        readonly origin: string | null;
      },
      outcome: 'released' | 'returned' | 'bought',
      now: number,
    ): Promise<void> {
      const { storeId, sku, quantity, origin } = hold;
      await change(storeId, sku, { onHand: outcome === 'bought' ? -quantity : 0, reserved: -quantity });
      if (origin !== null) {
        await sql.run(
          `UPDATE deviceGrant SET granted = granted - ?1, spent = spent - ?2
           WHERE storeId = ?3 AND sku = ?4 AND deviceId = ?5`,
          outcome === 'released' ? 0 : quantity,
          quantity,
          storeId,
          sku,
          origin,
        );
      }
      await touch(storeId, sku, now);
    },

    /** Gives a device the right to `quantity` more units, all or nothing. */
    async grant(
      storeId: string,
      sku: string,
      toDevice: string,
      quantity: number,
      now: number,
    ): Promise<boolean> {
      const row = await rowFor(toDevice, storeId, sku);
      if (!row || freeOf(row) < quantity) return false;
      await sql.run(putGrant, storeId, sku, toDevice, quantity);
      await touch(storeId, sku, now);
      return true;
    },
  };
}

/** First rights of a device over the stock of its shop, by `initialGrant`. Gives the number of rows granted. */
export async function grantFirstRights(
  sql: TransactionSql,
  deviceId: string,
  storeId: string,
): Promise<number> {
  const counted = await sql.first<{ count: number }>(
    'SELECT count(*) AS count FROM device WHERE storeId = ?',
    storeId,
  );
  const devices = counted?.count ?? 1;
  const rows = await sql.all<LedgerRow>(
    `SELECT ${ledgerColumns} FROM stock WHERE storeId = ?`,
    deviceId,
    storeId,
  );
  let granted = 0;
  for (const row of rows) {
    const share = initialGrant(freeOf(row), devices);
    if (share === 0) continue;
    await sql.run(putGrant, storeId, row.sku, deviceId, share);
    await markChanged(sql, 'stock', storeId, row.sku);
    granted += 1;
  }
  return granted;
}
