import { useTranslation } from 'react-i18next';
import { codeAlphabet } from '../../contracts/primitives.ts';
import styles from './CodePad.module.css';
import { Icon } from './Icon.tsx';

export interface CodePadProps {
  readonly onSymbol: (symbol: string) => void;
  readonly onErase: () => void;
}

/** Only what a code can hold; left to right in every language, as the code is. */
export function CodePad({ onSymbol, onErase }: CodePadProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.pad} dir="ltr" aria-label={t('pad.code')}>
      {[...codeAlphabet].map((symbol) => (
        <button
          key={symbol}
          type="button"
          className={styles.key}
          data-testid={`symbol-${symbol}`}
          onClick={() => onSymbol(symbol)}
        >
          {symbol}
        </button>
      ))}
      <button
        type="button"
        className={styles.erase}
        aria-label={t('pad.erase')}
        data-testid="symbol-erase"
        onClick={onErase}
      >
        <Icon name="backspace" />
      </button>
    </fieldset>
  );
}
