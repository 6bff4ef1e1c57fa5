import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../contracts/result.ts';
import { useDigitKeys } from '../phone/use-digit-keys.ts';
import { Button } from '../shared/Button.tsx';
import { NumberPad } from '../shared/NumberPad.tsx';
import styles from './PinEntry.module.css';
import { StaffFailure } from './StaffFailure.tsx';

const longestPin = 12;
const shortestPin = 4;

export interface PinEntryProps {
  /** Why the door is closed; null at first. */
  readonly failure: Failure | null;
  readonly onEnter: (pin: string) => Promise<void>;
}

/** The PIN is forgotten as soon as it is sent. */
export function PinEntry({ failure, onEnter }: PinEntryProps) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const send = (): void => {
    if (pin.length < shortestPin) return;
    setPin('');
    void onEnter(pin);
  };
  const type = (digit: string): void =>
    setPin((typed) => (typed.length < longestPin ? typed + digit : typed));
  const erase = (): void => setPin((typed) => typed.slice(0, -1));
  useDigitKeys({ onDigit: type, onErase: erase, onEnter: send });
  return (
    <div className={styles.pin}>
      <h1>{t('staff.title')}</h1>
      <output className={styles.dots} aria-label={t('staff.pinEntered', { count: pin.length })}>
        {'•'.repeat(pin.length) || t('staff.pin')}
      </output>
      {failure && <StaffFailure failure={failure} />}
      <NumberPad onDigit={type} onErase={erase} />
      <Button kind="primary" testId="staff-enter" disabled={pin.length < shortestPin} onClick={send}>
        {t('staff.enter')}
      </Button>
    </div>
  );
}
