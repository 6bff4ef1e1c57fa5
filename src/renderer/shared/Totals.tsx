import { useTranslation } from 'react-i18next';
import styles from './Totals.module.css';
import { useFormat } from './use-format.ts';

export interface TotalsProps {
  readonly pieces: number;
  readonly subtotal: number;
  readonly discount: number;
  readonly total: number;
  readonly currency: string;
  readonly offerTitle?: string | null;
}

/** All amounts in minor units. */
export function Totals({ pieces, subtotal, discount, total, currency, offerTitle }: TotalsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={styles.totals}>
      {discount > 0 && (
        <>
          <div>
            <dt>{t('bag.pieces', { count: pieces })}</dt>
            <dd>{format.money(subtotal, currency)}</dd>
          </div>
          <div className={styles.saved}>
            <dt>{offerTitle ?? t('bag.discount')}</dt>
            <dd>{format.money(-discount, currency)}</dd>
          </div>
        </>
      )}
      <div className={styles.total}>
        <dt>{discount > 0 ? t('bag.total') : t('bag.totalPieces', { count: pieces })}</dt>
        <dd data-testid="bag-total">{format.money(total, currency)}</dd>
      </div>
    </dl>
  );
}
