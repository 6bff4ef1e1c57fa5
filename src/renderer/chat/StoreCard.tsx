import { useTranslation } from 'react-i18next';
import type { Store } from '../../contracts/store.ts';
import { closesAt } from '../shared/closing-time.ts';
import { useFormat } from '../shared/use-format.ts';
import { useNow } from '../shared/use-now.ts';
import styles from './List.module.css';
import { Panel } from './Panel.tsx';

export function StoreCard({ store }: { readonly store: Store }) {
  const { t } = useTranslation();
  const format = useFormat();
  const closes = closesAt(store, useNow(60_000));
  return (
    <Panel title={store.name}>
      <p>{[store.address, store.city].join(', ')}</p>
      <p className={styles.soft}>
        {closes === null ? t('nearby.closed') : t('nearby.openUntil', { time: format.minuteOfDay(closes) })} ·{' '}
        <bdi dir="ltr">{store.phone}</bdi>
      </p>
    </Panel>
  );
}
