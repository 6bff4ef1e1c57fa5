import { useTranslation } from 'react-i18next';
import styles from './Price.module.css';
import { useFormat } from './use-format.ts';

export interface PriceProps {
  /** Minor units, as `compareAt`. */
  readonly price: number;
  readonly compareAt: number | null;
  readonly currency: string;
}

/** A price, with the one before it where it was higher. */
export function Price({ price, compareAt, currency }: PriceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className={styles.price}>
      {format.money(price, currency)}
      {compareAt !== null && compareAt > price && (
        <>
          {' '}
          <span className="unseen">{t('product.was')}</span> <s>{format.money(compareAt, currency)}</s>
        </>
      )}
    </span>
  );
}
