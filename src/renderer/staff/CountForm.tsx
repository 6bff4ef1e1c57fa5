import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CorrectionReason, correctionReason } from '../../contracts/operation.ts';
import { Button } from '../shared/Button.tsx';
import { useFormat } from '../shared/use-format.ts';
import styles from './CountForm.module.css';
import { CountStepper } from './CountStepper.tsx';

export interface CountFormProps {
  /** The figure that the screen shows while they count. */
  readonly shown: number;
  readonly busy: boolean;
  readonly onConfirm: (counted: number, reason: CorrectionReason) => void;
}

/**
 * Units that were counted and why they differ. A figure that changes under a count makes the count void: the difference to what
 * was shown is what will be written down.
 */
export function CountForm({ shown, busy, onConfirm }: CountFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [count, setCount] = useState<{ readonly units: number; readonly against: number } | null>(null);
  const [reason, setReason] = useState<CorrectionReason>('recount');
  const isVoid = count !== null && count.against !== shown;
  const counted = count && !isVoid ? count.units : Math.max(0, shown);
  return (
    <div className={styles.form} data-testid="recount-form">
      <p>{t('staff.recount.whole')}</p>
      {isVoid && (
        <p className={styles.changed} role="alert" data-testid="recount-changed">
          {t('staff.recount.changed')}
        </p>
      )}
      <CountStepper value={counted} onChange={(units) => setCount({ units, against: shown })} />
      <fieldset className={styles.reasons} aria-label={t('staff.recount.why')}>
        {correctionReason.options.map((each) => (
          <Button
            key={each}
            kind="pill"
            pressed={reason === each}
            testId={`recount-reason-${each}`}
            onClick={() => setReason(each)}
          >
            {t(`staff.recount.reason.${each}`)}
          </Button>
        ))}
      </fieldset>
      <Button kind="primary" testId="recount-confirm" busy={busy} onClick={() => onConfirm(counted, reason)}>
        {counted === shown
          ? t('staff.recount.right', { shown: format.number(shown) })
          : t('staff.recount.confirm', { shown: format.number(shown), counted: format.number(counted) })}
      </Button>
    </div>
  );
}
