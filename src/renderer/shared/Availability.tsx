import { useTranslation } from 'react-i18next';
import styles from './Availability.module.css';

const fewUnits = 2;

/** '4 here', 'last one', 'not here today'. */
export function Availability({ units }: { readonly units: number }) {
  const { t } = useTranslation();
  const kind = units === 0 ? 'none' : units <= fewUnits ? 'few' : 'some';
  return (
    <span className={styles[kind]}>
      {units === 0 ? t('stock.none') : units === 1 ? t('stock.last') : t('stock.here', { count: units })}
    </span>
  );
}
