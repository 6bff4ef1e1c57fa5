import { useTranslation } from 'react-i18next';
import { useKiosk } from '../app/kiosk-store.ts';
import { closesAt } from '../shared/closing-time.ts';
import { useFormat } from '../shared/use-format.ts';
import { useNow } from '../shared/use-now.ts';
import styles from './OpenHours.module.css';

export function OpenHours() {
  const { t } = useTranslation();
  const format = useFormat();
  const store = useKiosk((kiosk) => kiosk.store);
  const now = useNow(30_000);
  if (!store) return null;
  const closes = closesAt(store, now);
  return (
    <p className={styles.hours}>
      {closes === null
        ? store.name
        : t('attract.openUntil', { store: store.name, time: format.minuteOfDay(closes) })}
    </p>
  );
}
