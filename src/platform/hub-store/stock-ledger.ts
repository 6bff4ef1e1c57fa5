import type { StockPosition } from '../../core/ports/shop-store.ts';
import { hubFree, initialGrant } from '../../core/stock/escrow.ts';
import type { Connection } from '../store/connection.ts';
import { markChanged } from './feed-log.ts';

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

/**
 * Stock as the hub promises it: for itself, or for the device whose operation it decides (`deviceId`), whose own unspent
 * rights come on top. Writes belong in a transaction; each moves the row to the feed's end.
 */
export function createStockLedger(connection: Connection, deviceId: string | null) {
  const touch = (storeId: string, sku: string, now: number): void => {
    connection.prepare('UPDATE stock SET asOf = ? WHERE storeId = ? AND sku = ?').run(now, storeId, sku);
    markChanged(connection, 'stock', storeId, sku);
  };

  const change = (
    storeId: string,
    sku: string,
    delta: { readonly onHand: number; readonly reserved: number },
  ): void => {
    connection
      .prepare('UPDATE stock SET onHand = onHand + ?, reserved = reserved + ? WHERE storeId = ? AND sku = ?')
      .run(delta.onHand, delta.reserved, storeId, sku);
  };

  return {
    position(storeId: string, sku: string): StockPosition | undefined {
      const row = connection
        .prepare<LedgerRow>(`SELECT ${ledgerColumns} FROM stock WHERE storeId = ? AND sku = ?`)
        .first(deviceId, storeId, sku);
      return row && positionOf(row);
    },

    positions(storeId: string, skus: readonly string[]): readonly StockPosition[] {
      return connection
        .prepare<LedgerRow>(
          `SELECT ${ledgerColumns} FROM json_each(?) AS wanted
           CROSS JOIN stock ON stock.storeId = ? AND stock.sku = wanted.value`,
        )
        .all(deviceId, JSON.stringify(skus), storeId)
        .map(positionOf);
    },

    everywhere(sku: string): readonly StockPosition[] {
      return connection
        .prepare<LedgerRow>(`SELECT ${ledgerColumns} FROM stock WHERE sku = ? ORDER BY storeId`)
        .all(deviceId, sku)
        .map(positionOf);
    },

    /** Takes the units out of what can be promised; a device's hold spends its rights, and gets the lacking ones. */
    reserve(storeId: string, sku: string, quantity: number, now: number): void {
      change(storeId, sku, { onHand: 0, reserved: quantity });
      if (deviceId !== null) {
        connection
          .prepare(
            `INSERT INTO deviceGrant (storeId, sku, deviceId, granted, spent) VALUES (?1, ?2, ?3, ?4, ?4)
             ON CONFLICT DO UPDATE SET spent = spent + ?4, granted = max(granted, spent + ?4)`,
          )
          .run(storeId, sku, deviceId, quantity);
      }
      touch(storeId, sku, now);
    },

    /**
     * Ends a hold. `released`: a device keeps the rights that it spent, for it may have promised them anew before the hub heard;
     * `returned`: it has said that it gives them back; `bought`: they leave with the shopper.
     */
    settle(
      hold: {
        readonly storeId: string;
        readonly sku: string;
        readonly quantity: number;
        readonly origin: string | null;
      },
      outcome: 'released' | 'returned' | 'bought',
      now: number,
    ): void {
      const { storeId, sku, quantity, origin } = hold;
      change(storeId, sku, { onHand: outcome === 'bought' ? -quantity : 0, reserved: -quantity });
      if (origin !== null) {
        connection
          .prepare(
            `UPDATE deviceGrant SET granted = granted - ?1, spent = spent - ?2
             WHERE storeId = ?3 AND sku = ?4 AND deviceId = ?5`,
          )
          .run(outcome === 'released' ? 0 : quantity, quantity, storeId, sku, origin);
      }
      touch(storeId, sku, now);
    },

    /** Gives a device the right to `quantity` more units, all or nothing. */
    grant(storeId: string, sku: string, toDevice: string, quantity: number, now: number): boolean {
      const row = connection
        .prepare<LedgerRow>(`SELECT ${ledgerColumns} FROM stock WHERE storeId = ? AND sku = ?`)
        .first(toDevice, storeId, sku);
      if (!row || freeOf(row) < quantity) return false;
      connection
        .prepare(
          `INSERT INTO deviceGrant (storeId, sku, deviceId, granted, spent) VALUES (?1, ?2, ?3, ?4, 0)
           ON CONFLICT DO UPDATE SET granted = granted + ?4`,
        )
        .run(storeId, sku, toDevice, quantity);
      touch(storeId, sku, now);
      return true;
    },
  };
}

/** First rights of a device over the stock of its shop, by `initialGrant`. Gives the number of rows granted. */
export function grantFirstRights(connection: Connection, deviceId: string, storeId: string): number {
  const devices =
    connection
      .prepare<{ count: number }>('SELECT count(*) AS count FROM device WHERE storeId = ?')
      .first(storeId)?.count ?? 1;
  const rows = connection
    .prepare<LedgerRow>(`SELECT ${ledgerColumns} FROM stock WHERE storeId = ?`)
    .all(deviceId, storeId);
  const insert = connection.prepare(
    `INSERT INTO deviceGrant (storeId, sku, deviceId, granted, spent) VALUES (?1, ?2, ?3, ?4, 0)
     ON CONFLICT DO UPDATE SET granted = granted + ?4`,
  );
  let granted = 0;
  for (const row of rows) {
    const share = initialGrant(freeOf(row), devices);
    if (share === 0) continue;
    insert.run(storeId, row.sku, deviceId, share);
    markChanged(connection, 'stock', storeId, row.sku);
    granted += 1;
  }
  return granted;
}
