import type { FloorTaskView } from '../../contracts/floor.ts';
import type { FloorStep } from '../../contracts/operation.ts';
import { isActive } from '../../contracts/reservation.ts';

/** What an associate does next about a trial of the list: pick, hand over, put back. */
export function nextStep(task: Pick<FloorTaskView, 'state'>): FloorStep {
  if (!isActive(task) || task.state === 'handed-over') return 'returned';
  return task.state === 'requested' ? 'picked' : 'handed-over';
}
