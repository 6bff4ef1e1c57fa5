import { useTranslation } from 'react-i18next';
import { go } from '../app/view-store.ts';
import { startGuest } from '../session/actions.ts';
import { Button } from '../shared/Button.tsx';
import styles from './WaysIn.module.css';

export function WaysIn() {
  const { t } = useTranslation();
  return (
    <div className={styles.ways}>
      <div className={styles.first}>
        <Button kind="primary" icon="qr" testId="attract-scan" onClick={() => go({ name: 'scan' })}>
          {t('attract.scan')}
        </Button>
      </div>
      <Button kind="plain" icon="phone" testId="attract-phone" onClick={() => go({ name: 'phone' })}>
        {t('attract.phone')}
      </Button>
      <Button kind="plain" icon="bag" testId="attract-guest" onClick={() => void startGuest()}>
        {t('attract.guest')}
      </Button>
    </div>
  );
}
