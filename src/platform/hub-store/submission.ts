import { fail } from '../../contracts/result.ts';
import type { Device } from './devices.ts';
import type { HubTransaction } from './hub-database.ts';
import type { SessionAlias } from './session-aliases.ts';
import { isBound } from './session-bindings.ts';

/** What a device has done, before it is decided. */
export interface Submission {
  readonly transaction: HubTransaction;
  readonly device: Device;
  /** When it was done, by the device's clock, but never in the future. */
  readonly at: number;
  /** The device says again what a restored hub has forgotten: its promises are facts. */
  readonly again: boolean;
  /** Sessions of the device that the operation names by another name than the hub's. */
  readonly aliases: readonly SessionAlias[];
}

/** Whether the device may change the session: it is open there, by its own name or another. */
export async function speaksFor(
  { transaction, device, aliases }: Submission,
  sessionId: string,
): Promise<boolean> {
  return (
    aliases.some((one) => one.sessionId === sessionId && one.endedAt === null) ||
    isBound(transaction.sql, sessionId, device.deviceId)
  );
}

export const foreignSession = () =>
  fail('denied', 'This session is not open on this device.', { reason: 'session-not-here' });

export const foreignStore = () =>
  fail('denied', 'A device speaks for its own shop only.', { reason: 'store-foreign' });
