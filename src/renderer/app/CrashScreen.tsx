import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button.tsx';
import styles from './CrashScreen.module.css';

const restartAfterMs = 15_000;

export function CrashScreen({ onRestart }: { readonly onRestart: () => void }) {
  const { t } = useTranslation();
  useEffect(() => {
    const timer = setTimeout(onRestart, restartAfterMs);
    return () => clearTimeout(timer);
  }, [onRestart]);
  return (
    <main className={styles.crash} role="alert" data-testid="error-message">
      <h1>{t('crash.title')}</h1>
      <p>{t('crash.text')}</p>
      <Button kind="primary" onClick={onRestart}>
        {t('crash.restart')}
      </Button>
    </main>
  );
}
