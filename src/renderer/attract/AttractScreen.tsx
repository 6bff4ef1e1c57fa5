import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../app/kiosk-store.ts';
import { Messages } from '../app/Messages.tsx';
import { OfflineBanner } from '../app/OfflineBanner.tsx';
import { go, useView } from '../app/view-store.ts';
import { warmUpScanner } from '../scan/html5-code-reader.ts';
import styles from './AttractScreen.module.css';
import { BottomLine } from './BottomLine.tsx';
import { Garments } from './Garments.tsx';
import { OpenHours } from './OpenHours.tsx';
import { SyncProgress } from './SyncProgress.tsx';
import { WaysIn } from './WaysIn.tsx';

/** After the first picture, before anyone is likely to scan. */
const warmUpAfterMs = 1_500;

/** The screen nobody has touched yet. Shows the shop and its clothes, nothing of anyone. */
export function AttractScreen() {
  const { t } = useTranslation();
  const brand = useKiosk((kiosk) => kiosk.brand.name);
  const ready = useKiosk((kiosk) => kiosk.sync.phase === 'current' || kiosk.sync.syncedAt !== null);
  const reach = useView((view) => view.reach);
  useEffect(() => {
    const timer = setTimeout(warmUpScanner, warmUpAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className={styles.attract} data-reach={reach} data-testid="attract">
      <button
        type="button"
        className={styles.anywhere}
        tabIndex={-1}
        aria-hidden="true"
        onClick={() => ready && go({ name: 'scan' })}
      />
      <OfflineBanner />
      <header className={styles.top}>
        <span className={styles.brand}>{brand}</span>
        <OpenHours />
      </header>
      <div className={styles.words}>
        <h1>{ready ? t('attract.headline') : t('attract.settingUp')}</h1>
        <p>{ready ? t('attract.text') : t('attract.settingUpText')}</p>
      </div>
      {ready ? <Garments /> : <SyncProgress />}
      <div className={styles.foot}>
        <Messages />
        {ready && <WaysIn />}
        <BottomLine />
      </div>
    </main>
  );
}
