import { useTranslation } from 'react-i18next';
import type { SizeOption } from './matrix.ts';
import styles from './SizeChoice.module.css';

export interface SizeChoiceProps {
  readonly sizes: readonly SizeOption[];
  readonly chosen: string | null;
  /** The size that the shopper usually takes, or null. */
  readonly usual: string | null;
  readonly onChoose: (size: string) => void;
}

/** Every size of this colour; striped where this shop has none, still selectable to see where there is one. */
export function SizeChoice({ sizes, chosen, usual, onChoose }: SizeChoiceProps) {
  const { t } = useTranslation();
  return (
    <section>
      <h2 className={styles.heading}>{t('product.size')}</h2>
      <fieldset className={styles.sizes} aria-label={t('product.size')}>
        {sizes.map(({ size, available, exists }) => (
          <button
            key={size}
            type="button"
            className={styles.size}
            data-testid={`size-${size}`}
            data-none={available === 0}
            disabled={!exists}
            aria-pressed={size === chosen}
            aria-label={t(available === 0 ? 'product.sizeNone' : 'product.sizeHere', {
              size,
              count: available,
            })}
            onClick={() => onChoose(size)}
          >
            <span>{size}</span>
          </button>
        ))}
      </fieldset>
      {usual && sizes.some((option) => option.size === usual) && (
        <p className={styles.usual}>{t('product.usualSize', { size: usual })}</p>
      )}
    </section>
  );
}
