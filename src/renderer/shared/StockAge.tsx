import { useTranslation } from 'react-i18next';
import { useKiosk } from '../app/kiosk-store.ts';
import styles from './StockAge.module.css';
import { useFormat } from './use-format.ts';

/** 'stock as of 14:02' */
export function StockAge() {
  const { t } = useTranslation();
  const format = useFormat();
  const syncedAt = useKiosk((kiosk) => kiosk.sync.syncedAt);
  if (!syncedAt) return null;
  return <span className={styles.age}>{t('stock.asOf', { time: format.time(syncedAt) })}</span>;
}
