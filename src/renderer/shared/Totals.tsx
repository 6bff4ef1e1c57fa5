import { useTranslation } from 'react-i18next';
import type { ChosenFulfilment } from '../../contracts/fulfilment.ts';
import styles from './Totals.module.css';
import { useFormat } from './use-format.ts';

export interface TotalsProps {
  readonly pieces: number;
  readonly subtotal: number;
  readonly discount: number;
  readonly fulfilment?: ChosenFulfilment | undefined;
  readonly total: number;
  readonly currency: string;
  readonly offerTitle?: string | null;
}

/** All amounts in minor units. */
export function Totals(props: TotalsProps) {
  const { pieces, subtotal, discount, fulfilment, total, currency, offerTitle } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const itemised = discount > 0 || (fulfilment?.fee ?? 0) > 0;
  return (
    <dl className={styles.totals}>
      {itemised && (
        <div>
          <dt>{t('bag.pieces', { count: pieces })}</dt>
          <dd>{format.money(subtotal, currency)}</dd>
        </div>
      )}
      {discount > 0 && (
        <div className={styles.saved}>
          <dt>{offerTitle ?? t('bag.discount')}</dt>
          <dd>{format.money(-discount, currency)}</dd>
        </div>
      )}
      {fulfilment && (
        <div data-testid="bag-fulfilment">
          <dt>{t(`fulfilment.${fulfilment.method}`)}</dt>
          <dd>{fulfilment.fee === 0 ? t('fulfilment.free') : format.money(fulfilment.fee, currency)}</dd>
        </div>
      )}
      <div className={styles.total}>
        <dt>{itemised ? t('bag.total') : t('bag.totalPieces', { count: pieces })}</dt>
        <dd data-testid="bag-total">{format.money(total, currency)}</dd>
      </div>
    </dl>
  );
}
