import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { languageNames } from '../../contracts/locale.ts';
import { languages } from '../../contracts/primitives.ts';
import { useView } from '../app/view-store.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Keyboard.module.css';
import { keyboardLayouts } from './keyboard-layouts.ts';

export interface KeyboardProps {
  readonly onText: (text: string) => void;
  readonly onErase: () => void;
  readonly onEnter: () => void;
  readonly onClose: () => void;
}

/** On-screen keyboard; learns nothing and keeps nothing. Pointer presses leave the focus where it is. */
export function Keyboard({ onText, onErase, onEnter, onClose }: KeyboardProps) {
  const { t } = useTranslation();
  const language = useView((view) => view.language);
  const [layoutName, setLayoutName] = useState(language);
  const [shift, setShift] = useState(false);
  const layout = keyboardLayouts[layoutName];
  const nextLanguage = layoutName === 'en' ? (language === 'en' ? 'hi' : language) : 'en';
  const special = (icon: IconName, label: string, press: () => void, pressed?: boolean) => (
    <button
      type="button"
      className={styles.special}
      aria-label={label}
      aria-pressed={pressed}
      onClick={press}
    >
      <Icon name={icon} />
    </button>
  );
  return (
    <fieldset
      className={styles.keyboard}
      aria-label={t('keyboard.label')}
      data-testid="keyboard"
      dir={layout.direction}
      lang={layoutName}
      onPointerDown={(event) => event.preventDefault()}
    >
      {(shift ? layout.shifted : layout.rows).map((row) => (
        <div key={row} className={styles.row}>
          {row.split(' ').map((key) => (
            <button
              key={key}
              type="button"
              className={styles.key}
              onClick={() => {
                onText(key);
                setShift(false);
              }}
            >
              {key}
            </button>
          ))}
        </div>
      ))}
      <div className={styles.row}>
        {special('shift', t('keyboard.shift'), () => setShift(!shift), shift)}
        <button
          type="button"
          className={styles.special}
          lang={nextLanguage}
          aria-label={t('keyboard.switch', { language: languageNames[nextLanguage] })}
          onClick={() => {
            setLayoutName(languages.find((code) => code === nextLanguage) ?? 'en');
            setShift(false);
          }}
        >
          {languageNames[nextLanguage]}
        </button>
        <button
          type="button"
          className={styles.space}
          aria-label={t('keyboard.space')}
          onClick={() => onText(' ')}
        />
        {special('backspace', t('pad.erase'), onErase)}
        {special('send', t('chat.send'), onEnter)}
        {special('down', t('keyboard.close'), onClose)}
      </div>
    </fieldset>
  );
}
