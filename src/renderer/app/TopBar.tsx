import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button.tsx';
import { BagButton } from './BagButton.tsx';
import { useKiosk } from './kiosk-store.ts';
import { MemberPill } from './MemberPill.tsx';
import styles from './TopBar.module.css';
import { back, restartAt } from './view-store.ts';

export function TopBar({ backTo, end }: { readonly backTo: 'back' | 'none'; readonly end?: ReactNode }) {
  const { t } = useTranslation();
  const brand = useKiosk((kiosk) => kiosk.brand.name);
  const hasSession = useKiosk((kiosk) => kiosk.session !== null);
  return (
    <header className={styles.top}>
      {backTo === 'back' ? (
        <div className={styles.start}>
          <Button kind="pill" icon="back" onClick={back} testId="back">
            {t('bar.back')}
          </Button>
          {hasSession && (
            <Button
              kind="pill"
              icon="home"
              label={t('bar.home')}
              onClick={() => restartAt({ name: 'home' })}
              testId="to-home"
            />
          )}
        </div>
      ) : (
        <span className={styles.brand}>{brand}</span>
      )}
      <div className={styles.end}>
        {backTo === 'none' && <MemberPill />}
        {end ?? (hasSession && <BagButton />)}
      </div>
    </header>
  );
}
