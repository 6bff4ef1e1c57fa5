import { useTranslation } from 'react-i18next';
import type { Variant } from '../../contracts/catalogue.ts';
import type { StockFigure } from '../../contracts/store.ts';
import { Button } from '../shared/Button.tsx';
import { Icon } from '../shared/Icon.tsx';
import { NearbyShops } from '../shared/NearbyShops.tsx';
import { useAnswer } from '../shared/use-answer.ts';
import { useFormat } from '../shared/use-format.ts';
import { nearestSize, type SizeOption } from './matrix.ts';
import styles from './StockPanel.module.css';

export interface StockPanelProps {
  readonly variant: Variant | null;
  readonly figure: StockFigure | null;
  readonly sizes: readonly SizeOption[];
  readonly onSize: (size: string) => void;
}

/** How many, where they hang, and how old the figure is; with none, the nearest size and the nearest shops. */
export function StockPanel({ variant, figure, sizes, onSize }: StockPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const here = figure?.available ?? 0;
  const nearby = useAnswer('stock.nearby', variant && here === 0 ? { sku: variant.sku } : null);
  const near = nearestSize(sizes, variant?.size ?? null);
  const age = figure && (
    <span className={styles.age}>{t('stock.figureAge', { time: format.time(figure.asOf) })}</span>
  );
  if (here > 0 && figure) {
    return (
      <div className={styles.panel} data-testid="stock-panel">
        <p className={here <= 2 ? styles.few : styles.some}>
          <Icon name="check" />
          {here === 1 ? t('stock.lastOnFloor') : t('stock.onFloor', { count: here })}
        </p>
        {figure.location && <p className={styles.place}>{figure.location}</p>}
        {age}
      </div>
    );
  }
  return (
    <div className={styles.panel} data-testid="stock-panel">
      <p className={styles.none}>
        {t(variant ? 'stock.noneInSize' : 'stock.notMade', { size: variant?.size ?? '' })}
      </p>
      {near && (
        <div>
          <Button kind="pill" onClick={() => onSize(near.size)}>
            {t('stock.nearestSize', { size: near.size, count: near.available })}
          </Button>
        </div>
      )}
      {nearby.value && <NearbyShops shops={nearby.value} />}
      {age}
    </div>
  );
}
