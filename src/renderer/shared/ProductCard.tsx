import type { ProductSummary } from '../../contracts/catalogue.ts';
import { Availability } from './Availability.tsx';
import { Picture } from './Picture.tsx';
import { Price } from './Price.tsx';
import styles from './ProductCard.module.css';

export interface ProductCardProps {
  readonly item: ProductSummary;
  /** `framed`: on a card; `bare`: picture with words below. */
  readonly look?: 'framed' | 'bare';
  readonly onOpen: (item: ProductSummary) => void;
}

export function ProductCard({ item, look = 'framed', onOpen }: ProductCardProps) {
  return (
    <button
      type="button"
      className={`${styles.card} ${styles[look]}`}
      data-testid="product-card"
      data-handle={item.handle}
      onClick={() => onOpen(item)}
    >
      <span className={styles.picture}>
        <Picture source={item.image} alt="" />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>
          <bdi>{item.title}</bdi>
        </span>
        <span className={styles.line}>
          <Price price={item.price} compareAt={item.compareAtPrice} currency={item.currency} />
          <Availability units={item.availableHere} />
        </span>
      </span>
    </button>
  );
}
