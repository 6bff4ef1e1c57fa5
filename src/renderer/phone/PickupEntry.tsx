import { useTranslation } from 'react-i18next';
import styles from './PickupEntry.module.css';

export const codeLength = 8;

/** What is typed so far: dots for all but the last, in the two fours that the phone shows. */
export function CodeEntry({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const box = (place: number) => (
    <span key={place} data-next={place === code.length}>
      {place === code.length - 1 ? code[place] : place < code.length ? '•' : ''}
    </span>
  );
  return (
    <output
      className={styles.entry}
      dir="ltr"
      aria-label={t('phone.pickupEntered', { count: code.length })}
      data-testid="pickup-entry"
    >
      {[0, 1, 2, 3].map(box)}
      <i aria-hidden="true">–</i>
      {[4, 5, 6, 7].map(box)}
    </output>
  );
}
