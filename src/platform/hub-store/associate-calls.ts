import type { Device } from './devices.ts';
import type { HubTransaction } from './hub-database.ts';

/** Keeps a call for an associate; a repeat is the same call. */
export async function addCall(
  { sql, now }: HubTransaction,
  device: Device,
  call: { readonly callId: string; readonly sessionId: string | null; readonly reason: string },
): Promise<void> {
  await sql.run(
    `INSERT INTO associateCall (callId, deviceId, storeId, sessionId, reason, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
    call.callId,
    device.deviceId,
    device.storeId,
    call.sessionId,
    call.reason,
    now,
  );
}
