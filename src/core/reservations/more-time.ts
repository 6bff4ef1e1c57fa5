import { isActive, type Reservation } from '../../contracts/reservation.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { HoldTimes } from '../shop/policy.ts';

/** Less than this is not worth asking for. */
const leastGain = 60_000;

export const holdIsOver = () =>
  fail('conflict', 'This hold is over. Reserve the piece again, if it is still here.', {
    reason: 'reservation-over',
  });

export const heldElsewhere = () =>
  fail(
    'conflict',
    'This piece was reserved at another screen, and only that one can give it more time. Ask an associate, or reserve it here.',
    { reason: 'held-elsewhere' },
  );

/**
 * The end (milliseconds since 1970) of a piece on trial when its clock starts anew at `now`; null where it has just done so: asking
 * twice is not wanting twice. `longestEnd` is how far whose rights it is held by reach; undefined where they are another's.
 */
export function moreTime(
  hold: Reservation,
  now: number,
  longestEnd: number | undefined,
  { trial, tryOn, longestTrial }: Pick<HoldTimes, 'trial' | 'tryOn' | 'longestTrial'>,
): Result<number | null> {
  if (!isActive(hold)) return holdIsOver();
  if (longestEnd === undefined) return heldElsewhere();
  const end = Date.parse(hold.expiresAt);
  const wanted = now + (hold.state === 'handed-over' ? tryOn : trial);
  if (wanted - end < leastGain) return succeed(null);
  const possible = Math.min(wanted, Date.parse(hold.createdAt) + longestTrial, longestEnd);
  if (possible - end >= leastGain) return succeed(possible);
  return fail(
    'conflict',
    `Number ${hold.number} cannot be held any longer: others may want it. It stays until ${hold.expiresAt}. An associate can help.`,
    { reason: 'no-more-time', details: { number: hold.number, expiresAt: hold.expiresAt } },
  );
}
