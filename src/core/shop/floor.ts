import type { FloorTask } from '../../contracts/feed.ts';
import type { FloorTaskView, StockCount } from '../../contracts/floor.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { StockPosition } from '../ports/shop-store.ts';
import type { Floor } from '../shop.ts';
import { stockFigure } from '../stock/position.ts';
import type { ShopParts } from './parts.ts';
import { holdTimes, readPolicy } from './policy.ts';

export function createFloor(parts: ShopParts): Floor {
  const { store, operations, environment, rights, inTurn } = parts;
  return {
    tasks: (storeId) => tasks(parts, storeId),

    advance: async (storeId, reservationId, to) => {
      const { tryOn } = holdTimes(await readPolicy(parts));
      const expiresAt = new Date(environment.now() + tryOn).toISOString();
      return operations.execute({
        type: 'reservation-advanced',
        storeId,
        reservationId,
        to,
        ...(to === 'handed-over' && { expiresAt }),
      });
    },

    count: (storeId, sku) => count(parts, storeId, sku),

    correct: async (storeId, sku, { counted, shown, reason }) => {
      const corrected = await operations.execute({
        type: 'stock-corrected',
        storeId,
        sku,
        counted,
        shown,
        reason,
      });
      if (!corrected.ok) return corrected;
      const position = await positionOf(parts, storeId, sku);
      return position.ok ? succeed(stockFigure(position.value)) : position;
    },

    sell: (storeId, sku, quantity) =>
      inTurn(`sell ${sku}`, async () => {
        const position = await store.read(({ stock }) => stock.position(storeId, sku));
        if (position && position.promisable < quantity) {
          const acquired = await rights.acquire(storeId, sku, quantity);
          if (!acquired.ok) return acquired;
        }
        return operations.execute({ type: 'stock-sold', storeId, sku, quantity });
      }),
  };
}

async function positionOf(
  { store }: ShopParts,
  storeId: string,
  sku: string,
): Promise<Result<StockPosition>> {
  const position = await store.read(({ stock }) => stock.position(storeId, sku));
  if (position) return succeed(position);
  return fail('not-found', 'This shop does not keep this piece. Check the number on its label.', {
    reason: 'not-kept-here',
  });
}

async function count(parts: ShopParts, storeId: string, sku: string): Promise<Result<StockCount>> {
  const position = await positionOf(parts, storeId, sku);
  if (!position.ok) return position;
  const { onHand, reserved, pending, location, asOf } = position.value;
  const variant = await parts.catalogue.variant(sku);
  const product = variant && (await parts.catalogue.product(variant.handle));
  return succeed({
    sku,
    title: product?.title ?? sku,
    size: variant?.size ?? null,
    colour: variant?.colour ?? null,
    image: variant?.image ?? product?.images[0]?.source ?? null,
    location,
    onHand,
    held: reserved + pending,
    asOf: new Date(asOf).toISOString(),
  });
}

async function tasks({ store, catalogue }: ShopParts, storeId: string): Promise<readonly FloorTaskView[]> {
  const { open, positions } = await store.read(async ({ reservations, stock }) => {
    const found = await reservations.openTasks(storeId);
    return {
      open: found,
      positions: await stock.positions(storeId, [...new Set(found.map(({ sku }) => sku))]),
    };
  });
  const variants = await catalogue.variants([...new Set(open.map(({ sku }) => sku))]);
  const products = await catalogue.products([...new Set(variants.map(({ handle }) => handle))]);
  const sizeOf = (task: FloorTask) => variants.find(({ sku }) => sku === task.sku)?.size ?? null;
  const swap = (task: FloorTask | undefined) =>
    task ? { number: task.number, state: task.state, size: sizeOf(task) } : null;
  return open.map((task) => {
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
      inPlaceOf: swap(open.find(({ reservationId }) => reservationId === task.replaces)),
      swappedFor: swap(open.find(({ replaces }) => replaces === task.reservationId)),
    };
  });
}
