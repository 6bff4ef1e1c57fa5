import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../app/kiosk-store.ts';
import { useNow } from '../shared/use-now.ts';
import styles from './SyncProgress.module.css';
import { type Mark, timeLeft, withMark } from './time-left.ts';

/** Who waits longer than this is told how long. */
const longMs = 60_000;

/** The first sync, designed: rails that fill while the shop's catalogue arrives. */
export function SyncProgress() {
  const { t } = useTranslation();
  const sync = useKiosk((kiosk) => kiosk.sync);
  const now = useNow();
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const { progress } = sync;
  useEffect(() => setMarks((known) => withMark(known, { at: Date.now(), share: progress })), [progress]);
  const percent = Math.floor(progress * 100);
  const left = timeLeft(marks, now);
  const text =
    sync.hub === 'connected'
      ? t('sync.receiving', { percent })
      : sync.hub === 'unpaired'
        ? t('sync.unpaired')
        : percent > 0
          ? t('sync.interrupted', { percent })
          : t('sync.unreachable');
  return (
    <div className={styles.sync} data-testid="sync-progress">
      <svg viewBox="0 0 600 260" className={styles.rail} aria-hidden="true">
        <path d="M20 40h560M60 40v200M540 40v200" />
        {[0, 1, 2, 3, 4, 5].map((place) => (
          <path
            key={place}
            className={percent > place * 16 ? styles.hung : styles.empty}
            d={`M${122 + place * 70} 40v14l-34 30v110h68V84l-34-30`}
          />
        ))}
      </svg>
      <progress className={styles.bar} max={100} value={percent} aria-label={t('sync.label')} />
      <p role="status">{text}</p>
      {sync.hub === 'connected' && left !== null && left > longMs && (
        <p data-testid="sync-slow">{t('sync.slow', { count: Math.ceil(left / 60_000) })}</p>
      )}
    </div>
  );
}
