import { useTranslation } from 'react-i18next';
import type { CartView } from '../../contracts/session.ts';
import { go } from '../app/view-store.ts';
import { setQuantity } from '../session/actions.ts';
import { Availability } from '../shared/Availability.tsx';
import { Picture } from '../shared/Picture.tsx';
import { Stepper } from '../shared/Stepper.tsx';
import { useFormat } from '../shared/use-format.ts';
import styles from './BagLine.module.css';

type Line = CartView['lines'][number];

export function BagLine({ line, currency }: { readonly line: Line; readonly currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={styles.line} data-testid="bag-line" data-sku={line.sku}>
      <button
        type="button"
        className={styles.picture}
        aria-label={line.title}
        onClick={() => go({ name: 'product', handle: line.handle, sku: line.sku })}
      >
        <Picture source={line.image} alt="" />
      </button>
      <div className={styles.words}>
        <h2>
          <bdi>{line.title}</bdi>
        </h2>
        <p>{[line.size, line.colour].filter(Boolean).join(' · ')}</p>
        <p className={styles.place}>
          <Availability units={line.availableHere} />
          {line.location && line.availableHere > 0 && <span>{line.location}</span>}
        </p>
      </div>
      <div className={styles.amount}>
        <b>{format.money(line.lineTotal, currency)}</b>
        {line.quantity > 1 && <span>{t('bag.each', { price: format.money(line.unitPrice, currency) })}</span>}
        <Stepper
          value={line.quantity}
          label={t('bag.quantity', { title: line.title })}
          onChange={(quantity) => void setQuantity(line.sku, quantity)}
        />
      </div>
    </li>
  );
}
