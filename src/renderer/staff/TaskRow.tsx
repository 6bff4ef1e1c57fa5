import { useTranslation } from 'react-i18next';
import type { FloorTaskView } from '../../contracts/floor.ts';
import { isActive } from '../../contracts/reservation.ts';
import { Button } from '../shared/Button.tsx';
import { Picture } from '../shared/Picture.tsx';
import { useFormat } from '../shared/use-format.ts';
import { nextStep } from './next-step.ts';
import styles from './TaskRow.module.css';

export interface TaskRowProps {
  readonly task: FloorTaskView;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly busy: boolean;
  readonly onStep: () => void;
}

/** One trial: its number, the piece and where it hangs, where it goes, how long, and the one next step. */
export function TaskRow({ task, now, busy, onStep }: TaskRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { number, title, state, fittingRoom, quantity } = task;
  const left = Date.parse(task.expiresAt) - now;
  const over = !isActive(task);
  const overdue = !over && left <= 0;
  const step = nextStep(task);
  const swap = task.inPlaceOf ?? task.swappedFor;
  const options = [task.size, task.colour, quantity > 1 ? `× ${format.number(quantity)}` : null];
  return (
    <li
      className={styles.row}
      data-testid="floor-task"
      data-number={number}
      data-state={state}
      data-overdue={overdue}
      data-over={over}
    >
      <strong className={styles.number}>{number}</strong>
      <span className={styles.picture}>
        <Picture source={task.image} alt="" />
      </span>
      <div className={styles.words}>
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <p>
          <bdi>{options.filter(Boolean).join(' · ')}</bdi>
        </p>
        <p className={styles.place}>
          <bdi>{task.location ?? t('staff.floor.noPlace')}</bdi>
        </p>
      </div>
      <div className={styles.words}>
        <p className={styles.room}>
          {fittingRoom === null ? t('staff.floor.noRoom') : t('reserve.room', { room: fittingRoom })}
        </p>
        <p className={styles.state} data-testid="floor-state">
          {t(`staff.floor.state.${state}`)}
        </p>
        {swap && (
          <p className={styles.swap} data-testid="floor-swap">
            {t(
              `staff.floor.swap.${task.inPlaceOf ? 'inPlaceOf' : swap.state === 'handed-over' ? 'takeBack' : 'swappedFor'}`,
              {
                number: swap.number,
                size: swap.size ?? '',
              },
            )}
          </p>
        )}
        {!over && (
          <p className={styles.time} data-testid="floor-time">
            {overdue
              ? t('staff.floor.overdue', { time: format.countdown(-left) })
              : t('staff.floor.left', { left: format.countdown(left) })}
          </p>
        )}
      </div>
      <Button
        kind="step"
        testId="floor-step"
        label={t('staff.floor.stepOf', { step: t(`staff.floor.step.${step}`), title, number })}
        busy={busy}
        onClick={onStep}
      >
        {t(`staff.floor.step.${step}`)}
      </Button>
    </li>
  );
}
