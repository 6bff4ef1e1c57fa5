import { useTranslation } from 'react-i18next';
import { useFormat } from '../shared/use-format.ts';
import { useNow } from '../shared/use-now.ts';
import styles from './HoldClock.module.css';

/** How long a hold lasts still, as bar and words. */
export function HoldClock({
  createdAt,
  expiresAt,
}: {
  readonly createdAt: string;
  readonly expiresAt: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const whole = Math.max(1, Date.parse(expiresAt) - Date.parse(createdAt));
  const left = Math.max(0, Date.parse(expiresAt) - now);
  return (
    <div className={styles.clock}>
      <progress className={styles.bar} max={whole} value={left} aria-label={t('reserve.timeLeft')} />
      <span>
        {left > 0
          ? t('reserve.left', { left: format.countdown(left), count: Math.round(whole / 60_000) })
          : t('reserve.over')}
      </span>
    </div>
  );
}
