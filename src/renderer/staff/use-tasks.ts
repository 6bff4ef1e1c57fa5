import { useCallback, useEffect, useRef, useState } from 'react';
import type { FloorTaskView } from '../../contracts/floor.ts';
import type { Failure } from '../../contracts/result.ts';
import { onKiosk } from '../shared/bridge.ts';
import { callStaff, type StaffAccess } from './staff-access.ts';

export interface Tasks {
  /** Null until the first answer. */
  readonly tasks: readonly FloorTaskView[] | null;
  readonly failure: Failure | null;
  readonly again: () => void;
}

/** The list as main has it now: asked anew at every piece of news, and never twice at a time. */
export function useTasks(staff: StaffAccess): Tasks {
  const [tasks, setTasks] = useState<readonly FloorTaskView[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const asking = useRef(false);
  const missed = useRef(false);
  const again = useCallback(() => {
    missed.current = true;
    if (asking.current) return;
    asking.current = true;
    void (async () => {
      while (missed.current) {
        missed.current = false;
        const answer = await callStaff(staff, 'staff.tasks', {});
        if (answer.ok) setTasks(answer.value);
        setFailure(answer.ok ? null : answer.failure);
      }
      asking.current = false;
    })();
  }, [staff]);
  useEffect(() => {
    again();
    return onKiosk('floor-changed', again);
  }, [again]);
  return { tasks, failure, again };
}
