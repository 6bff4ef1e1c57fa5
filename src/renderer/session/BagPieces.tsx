import { useTranslation } from 'react-i18next';
import type { CartView } from '../../contracts/session.ts';
import { go } from '../app/view-store.ts';
import { Availability } from '../shared/Availability.tsx';
import { Picture } from '../shared/Picture.tsx';
import { useFormat } from '../shared/use-format.ts';
import styles from './BagPieces.module.css';

const shown = 3;

/** The pieces that came along, with where they hang here. */
export function BagPieces({ cart }: { readonly cart: CartView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={styles.pieces} data-few={cart.lines.length < shown} aria-label={t('home.inYourBag')}>
      {cart.lines.slice(0, shown).map((line) => (
        <li key={line.sku}>
          <button
            type="button"
            className={styles.piece}
            data-testid="product-card"
            data-handle={line.handle}
            onClick={() => go({ name: 'product', handle: line.handle, sku: line.sku })}
          >
            <span className={styles.picture}>
              <Picture source={line.image} alt="" />
            </span>
            <span className={styles.title}>
              {[line.title, line.size].filter(Boolean).join(', ')}
              {line.quantity > 1 && ` × ${format.number(line.quantity)}`}
            </span>
            <span className={styles.line}>
              <b>{format.money(line.lineTotal, cart.currency)}</b>
              <Availability units={line.availableHere} />
            </span>
            {line.location && line.availableHere > 0 && <span className={styles.place}>{line.location}</span>}
          </button>
        </li>
      ))}
      {cart.lines.length > shown && (
        <li className={styles.rest}>
          <button type="button" onClick={() => go({ name: 'bag' })}>
            {t('home.moreInBag', { count: cart.lines.length - shown })}
          </button>
        </li>
      )}
    </ul>
  );
}
