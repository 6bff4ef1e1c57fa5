import { useTranslation } from 'react-i18next';
import { go } from '../app/view-store.ts';
import { Button } from '../shared/Button.tsx';
import styles from './EmptyBag.module.css';

export function EmptyBag() {
  const { t } = useTranslation();
  return (
    <section className={styles.empty} data-testid="bag-empty">
      <h2>{t('bag.emptyTitle')}</h2>
      <p>{t('bag.emptyText')}</p>
      <Button kind="primary" icon="rail" onClick={() => go({ name: 'browse', query: {} })}>
        {t('home.browse')}
      </Button>
    </section>
  );
}
