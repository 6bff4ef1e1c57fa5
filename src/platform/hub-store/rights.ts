import type { Device } from './devices.ts';
import { markGranted } from './devices.ts';
import type { HubDatabase } from './hub-database.ts';
import { createStockLedger, grantFirstRights } from './stock-ledger.ts';

/** More rights for a device in its shop, all or nothing; the same request is answered the same, for ever. */
export function grantRights(
  hub: HubDatabase,
  device: Device,
  request: { readonly requestId: string; readonly sku: string; readonly quantity: number },
): Promise<number> {
  return hub.transaction(async ({ sql, now }) => {
    const earlier = await sql.first<{ granted: number }>(
      'SELECT granted FROM rightsRequest WHERE requestId = ? AND deviceId = ?',
      request.requestId,
      device.deviceId,
    );
    if (earlier) return earlier.granted;
    const ledger = createStockLedger(sql, device.deviceId);
    const given = await ledger.grant(device.storeId, request.sku, device.deviceId, request.quantity, now);
    const granted = given ? request.quantity : 0;
    await sql.run(
      'INSERT INTO rightsRequest (requestId, deviceId, sku, quantity, granted, at) VALUES (?, ?, ?, ?, ?, ?)',
      request.requestId,
      device.deviceId,
      request.sku,
      request.quantity,
      granted,
      now,
    );
    return granted;
  });
}

/** With its first snapshot a device gets its share of the shop's stock; never again afterwards. */
export function grantAtFirstSnapshot(hub: HubDatabase, device: Device): Promise<void> {
  return hub.transaction(async (transaction) => {
    if (!(await markGranted(transaction, device.deviceId))) return;
    await grantFirstRights(transaction.sql, device.deviceId, device.storeId);
  });
}
