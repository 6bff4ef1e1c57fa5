import { useTranslation } from 'react-i18next';
import { Button } from '../shared/Button.tsx';
import { useFormat } from '../shared/use-format.ts';
import styles from './CountStepper.module.css';

/** A rail holds fewer; beyond it is a slip of the finger. */
const most = 9_999;

export interface CountStepperProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** Counted units, by ones and by tens. */
export function CountStepper({ value, onChange }: CountStepperProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const step = (by: number, testId: string, label: string) => {
    const next = Math.min(most, Math.max(0, value + by));
    return (
      <Button
        kind="choice"
        testId={testId}
        label={label}
        disabled={next === value}
        onClick={() => onChange(next)}
      >
        <span dir="ltr">{`${by > 0 ? '+' : '−'}${format.number(Math.abs(by))}`}</span>
      </Button>
    );
  };
  return (
    <fieldset className={styles.stepper} aria-label={t('staff.recount.counted')}>
      {step(-10, 'count-less-ten', t('staff.recount.lessTen'))}
      {step(-1, 'count-less', t('staff.recount.less'))}
      <output aria-live="polite" data-testid="count">
        {format.number(value)}
      </output>
      {step(1, 'count-more', t('staff.recount.more'))}
      {step(10, 'count-more-ten', t('staff.recount.moreTen'))}
    </fieldset>
  );
}
