import type { Failure } from '../../contracts/result.ts';
import { failureKeys } from '../shared/failure-words.ts';

/** Reasons that have words of their own in kiosk.json under `staff.failure`. */
const known: ReadonlySet<string> = new Set([
  'barcode-unknown',
  'locked',
  'not-kept-here',
  'reservation-bought',
  'reservation-over',
  'sku-unknown',
  'staff-closed',
  'task-unknown',
  'wrong-pin',
]);

/** Key in kiosk.json of what to tell staff. */
export function staffFailureKey(failure: Failure): string {
  const { reason } = failure;
  return reason !== undefined && known.has(reason) ? `staff.failure.${reason}` : failureKeys(failure).what;
}
