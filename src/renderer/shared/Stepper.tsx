import { useTranslation } from 'react-i18next';
import { maximumLineQuantity } from '../../contracts/primitives.ts';
import { Button } from './Button.tsx';
import styles from './Stepper.module.css';

export interface StepperProps {
  readonly value: number;
  readonly label: string;
  readonly onChange: (value: number) => void;
}

/** One more, one less; below one the piece is taken out. */
export function Stepper({ value, label, onChange }: StepperProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.stepper} aria-label={label}>
      <Button
        kind="pill"
        icon={value === 1 ? 'close' : 'minus'}
        label={value === 1 ? t('bag.remove') : t('bag.less')}
        testId="quantity-less"
        onClick={() => onChange(value - 1)}
      />
      <output aria-live="polite" data-testid="quantity">
        {value}
      </output>
      <Button
        kind="pill"
        icon="plus"
        label={t('bag.more')}
        testId="quantity-more"
        disabled={value >= maximumLineQuantity}
        onClick={() => onChange(value + 1)}
      />
    </fieldset>
  );
}
