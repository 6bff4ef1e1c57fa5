import { useTranslation } from 'react-i18next';
import type { Order } from '../../contracts/order.ts';
import { useFormat } from '../shared/use-format.ts';
import styles from './List.module.css';
import { Panel } from './Panel.tsx';

const shown = 5;

export function OrderList({ orders }: { readonly orders: readonly Order[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel title={t('order.title')}>
      <ul className={styles.list}>
        {orders.slice(0, shown).map((order) => (
          <li key={order.orderId} className={styles.row}>
            <span>
              <span className={styles.main}>{order.number}</span> {t(`order.state.${order.state}`)}
              <br />
              <span className={styles.soft}>{order.lines.map((line) => line.title).join(', ')}</span>
            </span>
            <span>
              {format.money(order.total, order.currency)}
              <br />
              <span className={styles.soft}>
                {order.expectedAt
                  ? t('order.expected', { date: format.date(order.expectedAt) })
                  : format.date(order.placedAt)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
