import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useKiosk } from '../app/kiosk-store.ts';
import type { Farewell } from '../app/view-store.ts';
import { wipe } from '../app/wipe.ts';
import { Button } from '../shared/Button.tsx';
import { Icon } from '../shared/Icon.tsx';
import styles from './ThanksScreen.module.css';

const shownForMs = 12_000;

/** Goodbye, with what the phone keeps: counts, nothing that names anyone or anything. */
export function ThanksScreen({ farewell }: { readonly farewell: Farewell }) {
  const { t } = useTranslation();
  const brand = useKiosk((kiosk) => kiosk.brand.name);
  useEffect(() => {
    const timer = setTimeout(() => wipe(), shownForMs);
    return () => clearTimeout(timer);
  }, []);
  const facts = [
    farewell.paid && t('thanks.paid'),
    farewell.holds > 0 && t('thanks.holds', { count: farewell.holds }),
    !farewell.paid && farewell.pieces > 0 && farewell.toPhone && t('thanks.bag', { count: farewell.pieces }),
    farewell.toPhone && t('thanks.chat'),
  ].filter((fact) => fact !== false);
  return (
    <main className={styles.thanks} data-testid="thanks">
      <p className={styles.brand}>{brand}</p>
      <h1>{t('thanks.title')}</h1>
      {facts.length > 0 && (
        <ul>
          {facts.map((fact) => (
            <li key={fact}>
              <Icon name="check" />
              {fact}
            </li>
          ))}
        </ul>
      )}
      <p className={styles.clean}>{t('thanks.clean')}</p>
      <Button kind="plain" testId="thanks-done" onClick={() => wipe()}>
        {t('thanks.next')}
      </Button>
    </main>
  );
}
