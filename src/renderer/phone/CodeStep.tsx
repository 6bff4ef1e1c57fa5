import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../contracts/result.ts';
import { enterSession } from '../session/actions.ts';
import { Button } from '../shared/Button.tsx';
import { callKiosk } from '../shared/bridge.ts';
import { FailureNote } from '../shared/FailureNote.tsx';
import { NumberPad } from '../shared/NumberPad.tsx';
import { useFormat } from '../shared/use-format.ts';
import { useNow } from '../shared/use-now.ts';
import { maskedAfterTyping } from './countries.ts';
import styles from './PhoneScreen.module.css';
import type { SentCode } from './sent-code.ts';
import { triesLeft } from './tries-left.ts';
import { useDigitKeys } from './use-digit-keys.ts';

const codeLength = 6;
const resendAfterMs = 30_000;

export interface CodeStepProps {
  readonly sent: SentCode;
  readonly onSent: (sent: SentCode) => void;
  readonly onOther: () => void;
}

export function CodeStep({ sent, onSent, onOther }: CodeStepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sentAt] = useState(() => Date.now());
  const now = useNow();
  const wait = sentAt + resendAfterMs - now;

  useEffect(() => {
    if (code.length < codeLength) return;
    let current = true;
    setBusy(true);
    void callKiosk('session.verify-code', { requestId: sent.requestId, code }).then((answer) => {
      if (!current) return;
      setBusy(false);
      if (answer.ok) return enterSession(answer.value);
      setFailure(answer.failure);
      setCode('');
    });
    return () => {
      current = false;
    };
  }, [code, sent.requestId]);

  const type = (digit: string): void => {
    setFailure(null);
    setCode((typed) => (typed.length < codeLength ? typed + digit : typed));
  };
  const erase = (): void => setCode((typed) => typed.slice(0, -1));
  useDigitKeys({ onDigit: type, onErase: erase });
  const resend = async (): Promise<void> => {
    const answer = await callKiosk('session.request-code', {
      phone: sent.digits,
      country: sent.country.code,
    });
    if (answer.ok) onSent({ ...sent, ...answer.value });
    else setFailure(answer.failure);
  };
  const left = failure ? triesLeft(failure) : null;

  return (
    <div className={styles.step}>
      <div className={styles.words}>
        <h1>{t('phone.codeTitle')}</h1>
        <p>
          {t('phone.codeText')} <bdi dir="ltr">{maskedAfterTyping(sent.digits, sent.country)}</bdi>
        </p>
        <output
          className={styles.boxes}
          dir="ltr"
          aria-label={t('phone.codeEntered', { count: code.length })}
          data-testid="code-entry"
        >
          {Array.from({ length: codeLength }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity
            <span key={place} data-next={place === code.length}>
              {code[place] ?? ''}
            </span>
          ))}
        </output>
        {busy && <p role="status">{t('phone.checking')}</p>}
        {failure && <FailureNote failure={failure} />}
        {left !== null && <p className={styles.small}>{t('phone.triesLeft', { count: left })}</p>}
      </div>
      <div className={styles.keys}>
        <NumberPad onDigit={type} onErase={erase} />
        <div className={styles.pair}>
          <Button kind="plain" disabled={wait > 0} testId="code-resend" onClick={() => void resend()}>
            {wait > 0 ? t('phone.resendIn', { time: format.countdown(wait) }) : t('phone.resend')}
          </Button>
          <Button kind="plain" testId="code-other" onClick={onOther}>
            {t('phone.other')}
          </Button>
        </div>
      </div>
    </div>
  );
}
