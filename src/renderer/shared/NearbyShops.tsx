import { useTranslation } from 'react-i18next';
import type { NearbyStock } from '../../contracts/store.ts';
import styles from './NearbyShops.module.css';
import { useFormat } from './use-format.ts';

const shown = 4;

/** Other shops that have it, nearest first. */
export function NearbyShops({ shops }: { readonly shops: readonly NearbyStock[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (shops.length === 0) return <p className={styles.soft}>{t('nearby.none')}</p>;
  return (
    <ul className={styles.shops} data-testid="nearby">
      {shops.slice(0, shown).map((shop) => (
        <li key={shop.store.storeId}>
          <span>
            <b>{shop.store.name}</b>, {format.distance(shop.distanceMetres)}
          </span>
          <span className={styles.soft}>
            {t('nearby.available', { count: shop.available })} ·{' '}
            {shop.openUntil === null
              ? t('nearby.closed')
              : t('nearby.openUntil', { time: format.minuteOfDay(shop.openUntil) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
