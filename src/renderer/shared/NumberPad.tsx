import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import styles from './NumberPad.module.css';

export interface NumberPadProps {
  readonly onDigit: (digit: string) => void;
  readonly onErase: () => void;
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Left to right in every language, as on telephones. */
export function NumberPad({ onDigit, onErase }: NumberPadProps) {
  const { t } = useTranslation();
  const key = (digit: string) => (
    <button
      key={digit}
      type="button"
      className={styles.key}
      data-testid={`digit-${digit}`}
      onClick={() => onDigit(digit)}
    >
      {digit}
    </button>
  );
  return (
    <fieldset className={styles.pad} dir="ltr" aria-label={t('pad.label')}>
      {digits.map(key)}
      <span />
      {key('0')}
      <button
        type="button"
        className={styles.key}
        aria-label={t('pad.erase')}
        data-testid="digit-erase"
        onClick={onErase}
      >
        <Icon name="backspace" />
      </button>
    </fieldset>
  );
}
