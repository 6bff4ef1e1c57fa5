import { useTranslation } from 'react-i18next';
import styles from './Skeleton.module.css';

/** A page's shape while main answers; local answers take milliseconds, so it appears only when something is slow. */
export function Skeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} role="status" aria-label={t('loading')}>
      <span />
      <span />
      <span />
    </div>
  );
}
