import type { Device } from './devices.ts';
import type { HubTransaction } from './hub-database.ts';

/** Keeps a call for an associate; a repeat is the same call. */
export function addCall(
  { connection, now }: HubTransaction,
  device: Device,
  call: { readonly callId: string; readonly sessionId: string | null; readonly reason: string },
): void {
  connection
    .prepare(
      `INSERT OR IGNORE INTO associateCall (callId, deviceId, storeId, sessionId, reason, at)
       VALUES (?, ?, ?, ?, ?, ?)`,
    )
    .run(call.callId, device.deviceId, device.storeId, call.sessionId, call.reason, now);
}
