import type { FloorTask } from '../../contracts/feed.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { StockFigure } from '../../contracts/store.ts';
import type { Floor, FloorTaskView } from '../shop.ts';
import { stockFigure } from '../stock/position.ts';
import type { ShopParts } from './parts.ts';

export function createFloor(parts: ShopParts): Floor {
  const { store, operations, environment, rights, policy, inTurn } = parts;
  return {
    tasks: (storeId) => tasks(parts, storeId),

    advance: (storeId, reservationId, to) => {
      const expiresAt = new Date(environment.now() + policy.tryOnDuration).toISOString();
      return operations.execute({
        type: 'reservation-advanced',
        storeId,
        reservationId,
        to,
        ...(to === 'handed-over' && { expiresAt }),
      });
    },

    correct: async (storeId, sku, { counted, shown, reason }) => {
      const corrected = await operations.execute({
        type: 'stock-corrected',
        storeId,
        sku,
        counted,
        shown,
        reason,
      });
      return corrected.ok ? figureOf(parts, storeId, sku) : corrected;
    },

    sell: (storeId, sku, quantity) =>
      inTurn(`sell ${sku}`, async () => {
        const position = await store.transaction(({ stock }) => stock.position(storeId, sku));
        if (position && position.promisable < quantity) {
          const acquired = await rights.acquire(storeId, sku, quantity);
          if (!acquired.ok) return acquired;
        }
        return operations.execute({ type: 'stock-sold', storeId, sku, quantity });
      }),
  };
}

async function figureOf({ store }: ShopParts, storeId: string, sku: string): Promise<Result<StockFigure>> {
  const position = await store.transaction(({ stock }) => stock.position(storeId, sku));
  return position
    ? succeed(stockFigure(position))
    : fail('not-found', 'This shop does not keep this piece.', { reason: 'not-kept-here' });
}

async function tasks({ store, catalogue }: ShopParts, storeId: string): Promise<readonly FloorTaskView[]> {
  const { open, positions } = await store.transaction(async ({ reservations, stock }) => {
    const found = await reservations.openTasks(storeId);
    return {
      open: found,
      positions: await stock.positions(storeId, [...new Set(found.map(({ sku }) => sku))]),
    };
  });
  const variants = await catalogue.variants([...new Set(open.map(({ sku }) => sku))]);
  const products = await catalogue.products([...new Set(variants.map(({ handle }) => handle))]);
  return open.map((task: FloorTask) => {
    const variant = variants.find(({ sku }) => sku === task.sku);
    const product = variant && products.find(({ handle }) => handle === variant.handle);
    return {
      ...task,
      handle: product?.handle ?? task.sku,
      title: product?.title ?? task.sku,
      size: variant?.size ?? null,
      colour: variant?.colour ?? null,
      image: variant?.image ?? product?.images[0]?.source ?? null,
      location: positions.find(({ sku }) => sku === task.sku)?.location ?? null,
    };
  });
}
