import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FloorTaskView } from '../../contracts/floor.ts';
import type { Failure } from '../../contracts/result.ts';
import { Skeleton } from '../shared/Skeleton.tsx';
import { useFormat } from '../shared/use-format.ts';
import { useNow } from '../shared/use-now.ts';
import styles from './FittingRooms.module.css';
import { nextStep } from './next-step.ts';
import { StaffFailure } from './StaffFailure.tsx';
import { callStaff, type StaffAccess } from './staff-access.ts';
import { TaskRow } from './TaskRow.tsx';
import { useTasks } from './use-tasks.ts';

const steps = ['picked', 'handed-over', 'returned'] as const;

/** Every trial of this shop that someone has to do something about, by number. */
export function FittingRooms({ staff }: { readonly staff: StaffAccess }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const { tasks, failure, again } = useTasks(staff);
  const [refused, setRefused] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const advance = async (task: FloorTaskView): Promise<void> => {
    const { reservationId } = task;
    setBusy(reservationId);
    const answer = await callStaff(staff, 'staff.advance', { reservationId, to: nextStep(task) });
    setRefused(answer.ok ? null : answer.failure);
    setBusy(null);
    again();
  };
  const trouble = refused ?? failure;
  return (
    <section className={styles.floor} data-testid="staff-floor">
      <header>
        <h1>{t('staff.page.floor')}</h1>
        {tasks && tasks.length > 0 && (
          <ul className={styles.counts}>
            {steps.map((step) => (
              <li key={step}>
                {t(`staff.floor.due.${step}`)}{' '}
                <b>{format.number(tasks.filter((task) => nextStep(task) === step).length)}</b>
              </li>
            ))}
          </ul>
        )}
      </header>
      {trouble && <StaffFailure failure={trouble} />}
      {!tasks && !trouble && <Skeleton />}
      {tasks?.length === 0 && (
        <p className={styles.none} data-testid="floor-none">
          {t('staff.floor.none')}
        </p>
      )}
      {tasks && tasks.length > 0 && (
        <ol className={styles.rows}>
          {tasks.map((task) => (
            <TaskRow
              key={task.reservationId}
              task={task}
              now={now}
              busy={busy === task.reservationId}
              onStep={() => void advance(task)}
            />
          ))}
        </ol>
      )}
    </section>
  );
}
