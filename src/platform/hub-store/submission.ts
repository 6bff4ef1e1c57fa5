import { fail } from '../../contracts/result.ts';
import type { Device } from './devices.ts';
import type { HubTransaction } from './hub-database.ts';

/** What a device has done, before it is decided. */
export interface Submission {
  readonly transaction: HubTransaction;
  readonly device: Device;
  /** When it was done, by the device's clock, but never in the future. */
  readonly at: number;
  /** The device says again what a restored hub has forgotten: its promises are facts. */
  readonly again: boolean;
}

export const foreignSession = () =>
  fail('denied', 'This session is not open on this device.', { reason: 'session-not-here' });

export const foreignStore = () =>
  fail('denied', 'A device speaks for its own shop only.', { reason: 'store-foreign' });
