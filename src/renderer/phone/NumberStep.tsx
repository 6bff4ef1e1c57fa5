import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../contracts/result.ts';
import { Button } from '../shared/Button.tsx';
import { callKiosk } from '../shared/bridge.ts';
import { FailureNote } from '../shared/FailureNote.tsx';
import { NumberPad } from '../shared/NumberPad.tsx';
import { CountryPicker } from './CountryPicker.tsx';
import { type Country, countries, maskedWhileTyping, maximumDigits } from './countries.ts';
import styles from './PhoneScreen.module.css';
import type { SentCode } from './sent-code.ts';
import { useDigitKeys } from './use-digit-keys.ts';

export function NumberStep({ onSent }: { readonly onSent: (sent: SentCode) => void }) {
  const { t } = useTranslation();
  const [country, setCountry] = useState<Country>(countries[0]);
  const [digits, setDigits] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const complete = digits.length >= 7;

  const type = (digit: string): void => {
    setFailure(null);
    setDigits((typed) => (typed.length < maximumDigits ? typed + digit : typed));
  };
  const erase = (): void => setDigits((typed) => typed.slice(0, -1));
  const send = async (): Promise<void> => {
    if (!complete || busy) return;
    setBusy(true);
    const answer = await callKiosk('session.request-code', { phone: digits, country: country.code });
    setBusy(false);
    if (answer.ok) onSent({ ...answer.value, digits, country });
    else setFailure(answer.failure);
  };
  useDigitKeys({ onDigit: type, onErase: erase, onEnter: () => void send() });

  return (
    <div className={styles.step}>
      <div className={styles.words}>
        <h1>{t('phone.title')}</h1>
        <p>{t('phone.text')}</p>
        <div className={styles.entry} dir="ltr">
          <CountryPicker country={country} onChoose={setCountry} />
          <output
            className={styles.digits}
            data-testid="phone-entry"
            aria-label={t('phone.entered', { count: digits.length })}
          >
            {digits ? maskedWhileTyping(digits, country) : <span>{t('phone.placeholder')}</span>}
          </output>
        </div>
        {failure && <FailureNote failure={failure} retry={() => void send()} />}
        <p className={styles.small}>{t('phone.privacy')}</p>
      </div>
      <div className={styles.keys}>
        <NumberPad onDigit={type} onErase={erase} />
        <Button
          kind="primary"
          disabled={!complete}
          busy={busy}
          testId="phone-send"
          onClick={() => void send()}
        >
          {busy ? t('phone.sending') : t('phone.send')}
        </Button>
      </div>
    </div>
  );
}
