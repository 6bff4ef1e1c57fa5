import { useTranslation } from 'react-i18next';
import { languageNames } from '../../contracts/locale.ts';
import { languages } from '../../contracts/primitives.ts';
import { useView } from '../app/view-store.ts';
import { callAssociate, chooseLanguage } from '../session/actions.ts';
import { Button } from '../shared/Button.tsx';
import styles from './BottomLine.module.css';

/** Languages in their own names, between the associate and reach. */
export function BottomLine() {
  const { t } = useTranslation();
  const language = useView((view) => view.language);
  const reach = useView((view) => view.reach);
  return (
    <div className={styles.line}>
      <Button
        kind="pill"
        icon="help"
        label={t('bar.associate')}
        onClick={() => void callAssociate('attract')}
      />
      <fieldset className={styles.languages} aria-label={t('reading.language')}>
        {languages.map((code) => (
          <Button
            key={code}
            kind="pill"
            lang={code}
            pressed={code === language}
            testId={`language-${code}`}
            onClick={() => void chooseLanguage(code)}
          >
            {languageNames[code]}
          </Button>
        ))}
      </fieldset>
      <Button
        kind="pill"
        icon={reach ? 'up' : 'down'}
        label={t('bar.reach')}
        pressed={reach}
        onClick={() => useView.setState({ reach: !reach })}
      />
    </div>
  );
}
