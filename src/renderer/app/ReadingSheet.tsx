import { useTranslation } from 'react-i18next';
import { languageNames } from '../../contracts/locale.ts';
import { languages } from '../../contracts/primitives.ts';
import { chooseLanguage } from '../session/actions.ts';
import { Button } from '../shared/Button.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import styles from './ReadingSheet.module.css';
import { openSheet, useView } from './view-store.ts';

/** Language, text size and theme: all that changes how the screen reads. */
export function ReadingSheet() {
  const { t } = useTranslation();
  const { language, largeText, theme } = useView();
  const close = (): void => openSheet(null);
  return (
    <Sheet title={t('reading.title')} onClose={close}>
      <fieldset className={styles.group} aria-label={t('reading.language')}>
        {languages.map((code) => (
          <Button
            key={code}
            kind="choice"
            lang={code}
            pressed={code === language}
            testId={`language-${code}`}
            onClick={() => void chooseLanguage(code)}
          >
            {languageNames[code]}
          </Button>
        ))}
      </fieldset>
      <h3 className={styles.heading}>{t('reading.size')}</h3>
      <fieldset className={styles.group} aria-label={t('reading.size')}>
        <Button kind="choice" pressed={!largeText} onClick={() => useView.setState({ largeText: false })}>
          {t('reading.normal')}
        </Button>
        <Button
          kind="choice"
          pressed={largeText}
          testId="large-text"
          onClick={() => useView.setState({ largeText: true })}
        >
          <span className={styles.large}>{t('reading.large')}</span>
        </Button>
      </fieldset>
      <h3 className={styles.heading}>{t('reading.theme')}</h3>
      <fieldset className={styles.group} aria-label={t('reading.theme')}>
        <Button
          kind="choice"
          icon="sun"
          pressed={theme === 'light'}
          onClick={() => useView.setState({ theme: 'light' })}
        >
          {t('reading.light')}
        </Button>
        <Button
          kind="choice"
          icon="moon"
          pressed={theme === 'dark'}
          testId="theme-dark"
          onClick={() => useView.setState({ theme: 'dark' })}
        >
          {t('reading.dark')}
        </Button>
      </fieldset>
      <Button kind="primary" onClick={close} testId="reading-done">
        {t('reading.done')}
      </Button>
    </Sheet>
  );
}
