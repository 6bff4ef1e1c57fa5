import type { FloorTaskView } from '../../contracts/floor.ts';
import type { FloorStep } from '../../contracts/operation.ts';
import { isActive } from '../../contracts/reservation.ts';

/** What an associate does next about a trial of the list: pick, hand over, put back; also once the shopper has it in another size. */
export function nextStep(task: Pick<FloorTaskView, 'state' | 'swappedFor'>): FloorStep {
  if (!isActive(task) || task.state === 'handed-over' || task.swappedFor?.state === 'handed-over') {
    return 'returned';
  }
  return task.state === 'requested' ? 'picked' : 'handed-over';
}
