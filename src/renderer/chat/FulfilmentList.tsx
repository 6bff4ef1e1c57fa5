import { useTranslation } from 'react-i18next';
import type { FulfilmentOption } from '../../contracts/fulfilment.ts';
import { useFormat } from '../shared/use-format.ts';
import styles from './List.module.css';
import { Panel } from './Panel.tsx';

/** How the bag can get to the shopper: when, and what it costs. What is not possible now is left out. */
export function FulfilmentList({ options }: { readonly options: readonly FulfilmentOption[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('fulfilment.title')}>
      <ul className={styles.list}>
        {options
          .filter(({ obstacle }) => obstacle === null)
          .map(({ method, fee, currency, from, by, freeIn }) => (
            <li key={method} className={styles.row} data-testid="fulfilment-option">
              <span>
                <span className={styles.main}>{t(`fulfilment.${method}`)}</span>
                <br />
                <span className={styles.soft}>
                  {from === null || by === null
                    ? t('fulfilment.now')
                    : t('fulfilment.days', { from: format.date(from), to: format.date(by) })}
                  {freeIn === null
                    ? ''
                    : ` · ${t('fulfilment.freeIn', { amount: format.money(freeIn, currency) })}`}
                </span>
              </span>
              <span>{fee === 0 ? t('fulfilment.free') : format.money(fee, currency)}</span>
            </li>
          ))}
      </ul>
    </Panel>
  );
}
