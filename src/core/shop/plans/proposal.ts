import type { Product, Variant } from '../../../contracts/catalogue.ts';
import type { Plan, PlanPiece, PlanStep } from '../../../contracts/plan.ts';
import type { Actor } from '../../shop.ts';
import type { ShopParts } from '../parts.ts';

/** A plan before anyone has seen it. */
export type Proposal = Pick<Plan, 'kind' | 'asked' | 'steps' | 'currency'>;

export const notAsked: Plan['asked'] = { occasion: null, budget: null };

export const pieceOf = (product: Product, { sku, size, colour, price }: Variant): PlanPiece => ({
  sku,
  handle: product.handle,
  title: product.title.slice(0, 300),
  size: size?.slice(0, 40) ?? null,
  colour: colour?.slice(0, 40) ?? null,
  unitPrice: price,
});

type Step<T extends PlanStep['type']> = Extract<PlanStep, { type: T }>;

export const holdOf = (
  { environment }: Pick<ShopParts, 'environment'>,
  piece: PlanPiece,
  where: Pick<Step<'hold'>, 'place' | 'storeId' | 'storeName'> &
    Partial<Pick<Step<'hold'>, 'replaces' | 'quantity'>>,
): Step<'hold'> => ({
  type: 'hold',
  state: 'waiting',
  piece,
  quantity: 1,
  replaces: null,
  held: null,
  reservationId: environment.newId(),
  ...where,
});

export const bagOf = (piece: PlanPiece, change: number): Step<'bag'> => ({
  type: 'bag',
  state: 'waiting',
  piece,
  change,
  before: null,
});

/** Whether the shopper stands in the shop, where pieces can be brought to a fitting room. */
export const isInShop = ({ channel }: Actor): boolean => channel === 'kiosk' || channel === 'cli';
