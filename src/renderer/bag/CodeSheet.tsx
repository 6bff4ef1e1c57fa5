import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button.tsx';
import { Keyboard } from '../shared/Keyboard.tsx';
import { Sheet } from '../shared/Sheet.tsx';
import styles from './CodeSheet.module.css';
import { applyOffer } from './offer-actions.ts';

const longest = 40;

export function CodeSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const type = (text: string): void =>
    setCode((typed) => (typed + text).toLocaleUpperCase().trim().slice(0, longest));
  const use = async (): Promise<void> => {
    if (!code) return;
    onClose();
    await applyOffer(code);
  };
  return (
    <Sheet title={t('offer.haveCode')} onClose={onClose}>
      <input
        className={styles.code}
        aria-label={t('offer.code')}
        data-testid="offer-input"
        value={code}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setCode(event.target.value.toLocaleUpperCase().trim().slice(0, longest))}
        onKeyDown={(event) => event.key === 'Enter' && void use()}
      />
      <Keyboard
        onText={type}
        onErase={() => setCode((typed) => typed.slice(0, -1))}
        onEnter={() => void use()}
        onClose={onClose}
      />
      <Button kind="primary" disabled={!code} testId="offer-submit" onClick={() => void use()}>
        {t('offer.apply')}
      </Button>
    </Sheet>
  );
}
