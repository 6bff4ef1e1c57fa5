import type { StockPosition } from '../../core/ports/shop-store.ts';
import { hubFree } from '../../core/stock/escrow.ts';
import type { Sql } from './sql.ts';

/** Stock of one variant in one shop with all that has been promised of it. */
export interface LedgerRow {
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
  /** Devices of the shop, and those whose promises a restored hub does not know yet. */
  readonly devices: number;
  readonly unheard: number;
}

export const ledgerColumns = `
  stock.storeId, stock.sku, stock.onHand, stock.reserved, stock.safety, stock.location, stock.asOf,
  coalesce((SELECT sum(granted - spent) FROM deviceGrant
    WHERE deviceGrant.storeId = stock.storeId AND deviceGrant.sku = stock.sku), 0) AS granted,
  coalesce((SELECT granted - spent FROM deviceGrant
    WHERE deviceGrant.storeId = stock.storeId AND deviceGrant.sku = stock.sku AND deviceGrant.deviceId = ?), 0) AS own,
  (SELECT count(*) FROM device WHERE device.storeId = stock.storeId AND retiredAt IS NULL) AS devices,
  (SELECT count(*) FROM device WHERE device.storeId = stock.storeId AND unheardUntil IS NOT NULL) AS unheard`;

/** Nothing as long as a device may have promised what this hub has forgotten. */
export function freeOf(row: LedgerRow): number {
  const free = hubFree({ ...row, grants: [{ granted: row.granted, spent: 0 }] });
  return row.unheard > 0 ? Math.min(0, free) : free;
}

export const promisableByHub = (row: LedgerRow | undefined): number => (row ? Math.max(0, freeOf(row)) : 0);

export function positionOf(row: LedgerRow): StockPosition {
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

/** `forDevice`: whose own unspent rights are counted apart; null for the hub. */
export const ledgerRow = (
  sql: Sql,
  forDevice: string | null,
  storeId: string,
  sku: string,
): Promise<LedgerRow | undefined> =>
  sql.first<LedgerRow>(
    `SELECT ${ledgerColumns} FROM stock WHERE storeId = ? AND sku = ?`,
    forDevice,
    storeId,
    sku,
  );
