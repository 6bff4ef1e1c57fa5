import type { StockPosition } from '../../core/ports/shop-store.ts';
import { markChanged } from './feed-log.ts';
import type { HoldOrigin } from './hold-origin.ts';
import { freeOf, type LedgerRow, ledgerColumns, ledgerRow, positionOf } from './ledger-row.ts';
import { recallMissing, recallScarce } from './recalls.ts';
import { listOf, type TransactionSql } from './sql.ts';

export const putGrant = `INSERT INTO deviceGrant (storeId, sku, deviceId, granted, spent, toppedUpAt) VALUES (?1, ?2, ?3, ?4, 0, ?5)
  ON CONFLICT (storeId, sku, deviceId) DO UPDATE SET granted = deviceGrant.granted + ?4, toppedUpAt = ?5`;

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

  const takeBack = (storeId: string, sku: string, from: string, quantity: number): Promise<number> =>
    sql.run(
      `UPDATE deviceGrant SET
         granted = CASE WHEN granted - spent < ?1 THEN spent ELSE granted - ?1 END,
         recall = CASE WHEN recall < ?1 THEN 0 ELSE recall - ?1 END
       WHERE storeId = ?2 AND sku = ?3 AND deviceId = ?4`,
      quantity,
      storeId,
      sku,
      from,
    );

  return {
    async position(storeId: string, sku: string): Promise<StockPosition | undefined> {
      const row = await ledgerRow(sql, deviceId, storeId, sku);
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
     * Ends a hold. `released`: a device keeps the rights that it spent, for it may have promised them anew before the hub heard,
     * but of scarce units the hub would like them back; `bought`: they leave with the shopper.
     */
    async settle(
      hold: { readonly storeId: string; readonly sku: string; readonly quantity: number },
      origin: HoldOrigin | null,
      outcome: 'released' | 'bought',
      now: number,
    ): Promise<void> {
      const { storeId, sku, quantity } = hold;
      await change(storeId, sku, { onHand: outcome === 'bought' ? -quantity : 0, reserved: -quantity });
      if (origin !== null) {
        await sql.run(
          `UPDATE deviceGrant SET granted = granted - ?1, spent = spent - ?2
           WHERE storeId = ?3 AND sku = ?4 AND deviceId = ?5`,
          outcome === 'bought' || origin.lapsed ? quantity : 0,
          quantity,
          storeId,
          sku,
          origin.deviceId,
        );
        if (outcome === 'released') await recallScarce(sql, hold, origin.deviceId);
      }
      await touch(storeId, sku, now);
    },

    /** A recount found so many more, or fewer, units. */
    async correct(storeId: string, sku: string, difference: number, now: number): Promise<void> {
      await change(storeId, sku, { onHand: difference, reserved: 0 });
      if (difference < 0) await recallMissing(sql, { storeId, sku });
      await touch(storeId, sku, now);
    },

    /** Units that have left the shop: a fact, whatever was promised. A device's rights leave with them. */
    async sell(storeId: string, sku: string, quantity: number, now: number): Promise<void> {
      await change(storeId, sku, { onHand: -quantity, reserved: 0 });
      if (deviceId !== null) await takeBack(storeId, sku, deviceId, quantity);
      await recallMissing(sql, { storeId, sku });
      await touch(storeId, sku, now);
    },

    /** A device gives unspent rights back; more than it has means nothing. */
    async returnRights(storeId: string, sku: string, quantity: number, now: number): Promise<void> {
      if (deviceId !== null) await takeBack(storeId, sku, deviceId, quantity);
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
      const row = await ledgerRow(sql, toDevice, storeId, sku);
      if (!row || freeOf(row) < quantity) return false;
      await sql.run(putGrant, storeId, sku, toDevice, quantity, now);
      await touch(storeId, sku, now);
      return true;
    },
  };
}
