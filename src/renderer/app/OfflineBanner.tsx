import { useTranslation } from 'react-i18next';
import { Icon } from '../shared/Icon.tsx';
import { useFormat } from '../shared/use-format.ts';
import { useKiosk } from './kiosk-store.ts';
import styles from './OfflineBanner.module.css';

/** Says that the shop goes on without the network, and how old its stock figures are. */
export function OfflineBanner() {
  const { t } = useTranslation();
  const format = useFormat();
  const sync = useKiosk((kiosk) => kiosk.sync);
  if (sync.hub === 'connected' || sync.syncedAt === null) return null;
  return (
    <p className={styles.banner} role="status" data-testid="offline-banner">
      <Icon name="offline" />
      {t('offline.banner', { time: format.time(sync.syncedAt) })}
    </p>
  );
}
