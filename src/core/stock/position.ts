import type { StockFigure } from '../../contracts/store.ts';
import type { StockPosition } from '../ports/shop-store.ts';

/** Units to show: what no one has been promised, never negative. It may be more than this side may promise by itself. */
export function shownAvailable(
  position: Pick<StockPosition, 'onHand' | 'reserved' | 'safety' | 'pending'>,
): number {
  return Math.max(0, position.onHand - position.reserved - position.safety - position.pending);
}

export function stockFigure(position: StockPosition): StockFigure {
  return {
    storeId: position.storeId,
    sku: position.sku,
    available: shownAvailable(position),
    location: position.location,
    asOf: new Date(position.asOf).toISOString(),
  };
}
