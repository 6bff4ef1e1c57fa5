import type { Device } from './devices.ts';
import type { HubDatabase } from './hub-database.ts';
import { beginLease } from './leases.ts';
import { recallRights } from './recalls.ts';
import { createStockLedger } from './stock-ledger.ts';

export interface RightsAnswer {
  /** The quantity asked for, or 0. */
  readonly granted: number;
  /** Units that other devices have been asked to give back for this; asking again in a moment may help. */
  readonly recalled: number;
}

/** More rights for a device in its shop, all or nothing; the same request is answered the same, for ever. */
export function grantRights(
  hub: HubDatabase,
  device: Device,
  request: { readonly requestId: string; readonly sku: string; readonly quantity: number },
): Promise<RightsAnswer> {
  return hub.transaction(async (transaction) => {
    const { sql, now } = transaction;
    const earlier = await sql.first<{ granted: number }>(
      'SELECT granted FROM rightsRequest WHERE requestId = ? AND deviceId = ?',
      request.requestId,
      device.deviceId,
    );
    if (earlier) return { granted: earlier.granted, recalled: 0 };
    const { storeId, deviceId } = device;
    const { sku, quantity } = request;
    const given = await createStockLedger(sql, deviceId).grant(storeId, sku, deviceId, quantity, now);
    if (given) await beginLease(transaction, deviceId);
    const granted = given ? quantity : 0;
    await sql.run(
      'INSERT INTO rightsRequest (requestId, deviceId, sku, quantity, granted, at) VALUES (?, ?, ?, ?, ?, ?)',
      request.requestId,
      deviceId,
      sku,
      quantity,
      granted,
      now,
    );
    const recalled = given ? 0 : await recallRights(sql, { storeId, sku, quantity, now, except: deviceId });
    return { granted, recalled };
  });
}

/** The web shop lacks units that devices have not spent: asks for them. Gives how many are asked for. */
export function recallForWeb(
  hub: HubDatabase,
  wanted: { readonly storeId: string; readonly sku: string; readonly quantity: number },
): Promise<number> {
  return hub.transaction(({ sql, now }) => recallRights(sql, { ...wanted, now }));
}
