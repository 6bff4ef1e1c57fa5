import { useTranslation } from 'react-i18next';
import type { Card } from '../../contracts/card.ts';
import { Availability } from '../shared/Availability.tsx';
import { useFormat } from '../shared/use-format.ts';
import styles from './List.module.css';
import { Panel } from './Panel.tsx';

type Figures = Extract<Card, { type: 'stock' }>['figures'];

export function StockTable({ title, figures }: { readonly title: string; readonly figures: Figures }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={title}>
      <ul className={styles.list}>
        {figures.map((figure) => (
          <li key={figure.sku} className={styles.row}>
            <span className={styles.main}>
              {[figure.colour, figure.size].filter(Boolean).join(', ') || figure.sku}
            </span>
            <span className={styles.act}>
              {figure.location && figure.available > 0 && <span>{figure.location}</span>}
              <Availability units={figure.available} />
              <span className={styles.soft}>{t('stock.asOf', { time: format.time(figure.asOf) })}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
