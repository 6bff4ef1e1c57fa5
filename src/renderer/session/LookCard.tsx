import { useTranslation } from 'react-i18next';
import type { ProductSummary } from '../../contracts/catalogue.ts';
import { Button } from '../shared/Button.tsx';
import { Picture } from '../shared/Picture.tsx';
import { useFormat } from '../shared/use-format.ts';
import { addAll, openProduct, tryOn } from './actions.ts';
import styles from './LookCard.module.css';

export interface LookCardProps {
  readonly title: string;
  readonly items: readonly ProductSummary[];
  /** Minor units. */
  readonly total: number;
  readonly currency: string;
}

/** Pieces that belong together: add them all, or have them brought to a fitting room. */
export function LookCard({ title, items, total, currency }: LookCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const here = items.filter((item) => item.availableHere > 0);
  return (
    <section className={styles.look} data-testid="look">
      <ul className={styles.pieces}>
        {items.slice(0, 5).map((item) => (
          <li key={item.handle}>
            <button type="button" aria-label={item.title} onClick={() => openProduct(item)}>
              <Picture source={item.image} alt="" />
            </button>
          </li>
        ))}
      </ul>
      <div className={styles.words}>
        <h2>{t('look.title', { title, total: format.money(total, currency) })}</h2>
        <p>
          {here.length === items.length
            ? t('look.allHere', { count: items.length })
            : t('look.someHere', { count: here.length, all: items.length })}
        </p>
      </div>
      <div className={styles.actions}>
        <Button kind="plain" testId="look-add" onClick={() => void addAll(items)}>
          {t('look.addAll')}
        </Button>
        <Button
          kind="primary"
          icon="hanger"
          testId="look-try"
          disabled={here.length === 0}
          onClick={() => void tryOn(here.map((item) => item.sku))}
        >
          {t('look.tryOn')}
        </Button>
      </div>
    </section>
  );
}
