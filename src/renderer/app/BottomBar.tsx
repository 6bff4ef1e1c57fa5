import { useTranslation } from 'react-i18next';
import { languageNames } from '../../contracts/locale.ts';
import { leave } from '../end/leave.ts';
import { callAssociate } from '../session/actions.ts';
import { Button } from '../shared/Button.tsx';
import styles from './BottomBar.module.css';
import { useKiosk } from './kiosk-store.ts';
import { openSheet, useView } from './view-store.ts';

export function BottomBar() {
  const { t } = useTranslation();
  const language = useView((view) => view.language);
  const reach = useView((view) => view.reach);
  const screen = useView((view) => view.screen.name);
  const hasSession = useKiosk((kiosk) => kiosk.session !== null);
  return (
    <footer className={styles.bar}>
      <div className={styles.side}>
        <Button kind="pill" icon="help" testId="call-associate" onClick={() => void callAssociate(screen)}>
          {t('bar.associate')}
        </Button>
        <Button
          kind="pill"
          icon={reach ? 'up' : 'down'}
          pressed={reach}
          testId="reach"
          onClick={() => useView.setState({ reach: !reach })}
        >
          {t('bar.reach')}
        </Button>
      </div>
      <div className={styles.side}>
        <Button
          kind="pill"
          icon="globe"
          label={t('bar.reading', { language: languageNames[language] })}
          testId="reading"
          onClick={() => openSheet('reading')}
        >
          {languageNames[language]}
        </Button>
        <Button kind="pill" icon="close" testId="end-session" onClick={() => void leave()}>
          {hasSession ? t('bar.end') : t('bar.close')}
        </Button>
      </div>
    </footer>
  );
}
