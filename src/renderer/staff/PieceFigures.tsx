import { useTranslation } from 'react-i18next';
import type { StockCount } from '../../contracts/floor.ts';
import { Picture } from '../shared/Picture.tsx';
import { useFormat } from '../shared/use-format.ts';
import styles from './PieceFigures.module.css';

export interface PieceFiguresProps {
  readonly piece: StockCount;
  readonly corrected: boolean;
}

/** The piece that is counted, and what the screen believes of it. */
export function PieceFigures({ piece, corrected }: PieceFiguresProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { title, size, colour, sku, location, onHand, held } = piece;
  return (
    <article className={styles.piece} data-testid="recount-piece" data-corrected={corrected}>
      <span className={styles.picture}>
        <Picture source={piece.image} alt="" />
      </span>
      <div className={styles.words}>
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <p>
          <bdi>{[size, colour].filter(Boolean).join(' · ')}</bdi>
        </p>
        <p>
          <bdi>{[location, sku].filter(Boolean).join(' · ')}</bdi>
        </p>
      </div>
      <dl className={styles.figures} aria-live="polite">
        <div>
          <dt>{t(corrected ? 'staff.recount.now' : 'staff.recount.shown')}</dt>
          <dd data-testid="recount-shown">{format.number(onHand)}</dd>
        </div>
        <div>
          <dt>{t('staff.recount.held')}</dt>
          <dd data-testid="recount-held">{format.number(held)}</dd>
        </div>
      </dl>
      <p className={styles.age}>{t('staff.recount.asOf', { time: format.time(piece.asOf) })}</p>
    </article>
  );
}
