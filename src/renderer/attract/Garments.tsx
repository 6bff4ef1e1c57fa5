import { useTranslation } from 'react-i18next';
import type { ProductSummary } from '../../contracts/catalogue.ts';
import { go } from '../app/view-store.ts';
import { startGuest } from '../session/actions.ts';
import { Picture } from '../shared/Picture.tsx';
import { useAnswer } from '../shared/use-answer.ts';
import styles from './Garments.module.css';

const shown = 9;

/** Pieces of this shop's own rails, loosely laid out; touching one opens it. */
export function Garments() {
  const { t } = useTranslation();
  const { value } = useAnswer('catalogue.recommend', { limit: shown });
  const open = async (item: ProductSummary): Promise<void> => {
    if (await startGuest()) go({ name: 'product', handle: item.handle, sku: item.sku });
  };
  return (
    <ul className={styles.table} aria-label={t('attract.garments')}>
      {(value ?? []).slice(0, shown).map((item) => (
        <li key={item.handle}>
          <button
            type="button"
            className={styles.piece}
            aria-label={item.title}
            onClick={() => void open(item)}
          >
            <Picture source={item.image} alt="" />
          </button>
        </li>
      ))}
    </ul>
  );
}
