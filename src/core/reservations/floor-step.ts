import type { FloorTask } from '../../contracts/feed.ts';
import type { OperationBody } from '../../contracts/operation.ts';
import { isActive } from '../../contracts/reservation.ts';
import { assertNever, fail, type Result, succeed } from '../../contracts/result.ts';
import { longestHoldMilliseconds } from './check-reservation.ts';

type Step = Pick<Extract<OperationBody, { type: 'reservation-advanced' }>, 'to' | 'expiresAt'>;

const over = () =>
  fail('conflict', 'This hold is over. Put the piece back on its rail.', { reason: 'reservation-over' });

/**
 * The trial after an associate's step at `at` (milliseconds since 1970); the same object when the step had been taken already.
 * A step skipped is a step taken: who hands over has picked.
 */
export function floorStep(task: FloorTask, { to, expiresAt }: Step, at: number): Result<FloorTask> {
  const pickedAt = task.pickedAt ?? new Date(at).toISOString();
  switch (to) {
    case 'picked':
      if (!isActive(task)) return over();
      return succeed(task.state === 'requested' ? { ...task, state: 'picked', pickedAt } : task);
    case 'handed-over':
      if (!isActive(task)) return over();
      if (task.state === 'handed-over') return succeed(task);
      return succeed({ ...task, state: 'handed-over', pickedAt, expiresAt: laterEnd(task, expiresAt) });
    case 'returned':
      if (task.state === 'bought') {
        return fail('conflict', 'This piece has been bought: it belongs to the shopper.', {
          reason: 'reservation-bought',
        });
      }
      if (isActive(task) || task.pickedAt !== null) return succeed({ ...task, state: 'returned' });
      return succeed(task);
    default:
      return assertNever(to);
  }
}

/** Never earlier than it was, never longer than a hold may last. */
function laterEnd({ createdAt, expiresAt }: FloorTask, wanted: string | undefined): string {
  const longest = Date.parse(createdAt) + longestHoldMilliseconds;
  const end = Math.min(longest, wanted === undefined ? 0 : Date.parse(wanted));
  return new Date(Math.max(end, Date.parse(expiresAt))).toISOString();
}
