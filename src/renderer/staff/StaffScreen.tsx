import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffHealth } from '../../contracts/kiosk-ipc.ts';
import type { Failure } from '../../contracts/result.ts';
import { Shell } from '../app/Shell.tsx';
import { useDigitKeys } from '../phone/use-digit-keys.ts';
import { Button } from '../shared/Button.tsx';
import { callKiosk } from '../shared/bridge.ts';
import { NumberPad } from '../shared/NumberPad.tsx';
import { HealthPage } from './HealthPage.tsx';
import styles from './StaffScreen.module.css';

const longestPin = 12;
const shortestPin = 4;

/** A PIN, then the kiosk's health. The PIN lives as long as this screen. */
export function StaffScreen() {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const [health, setHealth] = useState<StaffHealth | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const ask = async (): Promise<void> => {
    const answer = await callKiosk('staff.health', { pin });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) setHealth(answer.value);
    else if (!health) setPin('');
  };
  const type = (digit: string): void =>
    setPin((typed) => (typed.length < longestPin ? typed + digit : typed));
  const erase = (): void => setPin((typed) => typed.slice(0, -1));
  useDigitKeys({ onDigit: (digit) => !health && type(digit), onErase: erase, onEnter: () => void ask() });
  if (health) {
    return (
      <Shell testId="staff">
        <HealthPage health={health} onRefresh={() => void ask()} />
      </Shell>
    );
  }
  return (
    <Shell testId="staff">
      <div className={styles.pin}>
        <h1>{t('staff.title')}</h1>
        <output className={styles.dots} aria-label={t('staff.pinEntered', { count: pin.length })}>
          {'•'.repeat(pin.length) || t('staff.pin')}
        </output>
        {failure && (
          <p role="alert" data-testid="error-message">
            {t(failure.kind === 'denied' ? 'staff.denied' : `failure.kind.${failure.kind}.what`)}
          </p>
        )}
        <NumberPad onDigit={type} onErase={erase} />
        <Button
          kind="primary"
          testId="staff-enter"
          disabled={pin.length < shortestPin}
          onClick={() => void ask()}
        >
          {t('staff.enter')}
        </Button>
      </div>
    </Shell>
  );
}
