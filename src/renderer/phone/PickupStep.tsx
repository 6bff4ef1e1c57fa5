import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../contracts/result.ts';
import { useKiosk } from '../app/kiosk-store.ts';
import { enterSession, startGuest } from '../session/actions.ts';
import { Button } from '../shared/Button.tsx';
import { callKiosk } from '../shared/bridge.ts';
import { CodePad } from '../shared/CodePad.tsx';
import { FailureNote } from '../shared/FailureNote.tsx';
import styles from './PhoneScreen.module.css';
import { CodeEntry, codeLength } from './PickupEntry.tsx';
import { triesLeft } from './tries-left.ts';
import { useCodeKeys } from './use-code-keys.ts';

/** The way in without network: the code that stood on the phone beforehand. */
export function PickupStep({ onPhone }: { readonly onPhone: () => void }) {
  const { t } = useTranslation();
  const online = useKiosk((kiosk) => kiosk.sync.hub !== 'unreachable');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const complete = code.length === codeLength;

  const type = (symbol: string): void => {
    setFailure(null);
    setCode((typed) => (typed.length < codeLength ? typed + symbol : typed));
  };
  const erase = (): void => setCode((typed) => typed.slice(0, -1));
  const open = async (): Promise<void> => {
    if (!complete || busy) return;
    setBusy(true);
    const answer = await callKiosk('session.open-pickup', { code });
    setBusy(false);
    if (answer.ok) return enterSession(answer.value);
    setFailure(answer.failure);
    setCode('');
  };
  useCodeKeys({ onSymbol: type, onErase: erase, onEnter: () => void open() });
  const left = failure ? triesLeft(failure) : null;

  return (
    <div className={styles.step}>
      <div className={styles.words}>
        <h1>{t('phone.pickupTitle')}</h1>
        <p>{t(online ? 'phone.pickupTextOnline' : 'phone.pickupText')}</p>
        <CodeEntry code={code} />
        {busy && <p role="status">{t('phone.checking')}</p>}
        {failure && <FailureNote failure={failure} />}
        {left !== null && <p className={styles.small}>{t('phone.triesLeft', { count: left })}</p>}
        <p className={styles.small}>{t('phone.pickupSmall')}</p>
      </div>
      <div className={styles.keys}>
        <CodePad onSymbol={type} onErase={erase} />
        <Button
          kind="primary"
          disabled={!complete}
          busy={busy}
          testId="pickup-open"
          onClick={() => void open()}
        >
          {t('phone.pickupOpen')}
        </Button>
        {online ? (
          <Button kind="plain" icon="phone" testId="pickup-phone" onClick={onPhone}>
            {t('attract.phone')}
          </Button>
        ) : (
          <Button kind="plain" icon="bag" testId="pickup-guest" onClick={() => void startGuest()}>
            {t('attract.guest')}
          </Button>
        )}
      </div>
    </div>
  );
}
