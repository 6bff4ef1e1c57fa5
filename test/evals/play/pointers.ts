import type { Card } from '../../../src/contracts/card.ts';
import type { ProductSummary } from '../../../src/contracts/catalogue.ts';
import type { ReservationView } from '../../../src/contracts/reservation.ts';
import type { CartView } from '../../../src/contracts/session.ts';
import type { Shop } from '../../../src/core/shop.ts';
import type { PlainCall } from '../form.ts';

/** What an expected argument may point at: as it was before the turn. */
export interface Before {
  /** Lists of products as they were shown, newest first. */
  readonly shown: readonly (readonly ProductSummary[])[];
  readonly cart: CartView;
  readonly held: readonly ReservationView[];
}

type Row = Readonly<Record<string, unknown>>;

/** Any other object is a value of its own, such as an address or a piece of an order. */
const pointers = ['shown', 'inBag', 'held'] as const;

/** `{ shown: 2 }` as the second of the last list with so many pieces; negative numbers count from the end. */
export async function settle(call: PlainCall, before: Before, shop: Shop): Promise<PlainCall> {
  return { tool: call.tool, arguments: await settleValues(call.arguments, before, shop) };
}

async function settleValues(values: object, before: Before, shop: Shop): Promise<Row> {
  const settled: [string, unknown][] = [];
  for (const [key, value] of Object.entries(values)) {
    settled.push([key, await settleValue(key, value, before, shop)]);
  }
  return Object.fromEntries(settled);
}

async function settleValue(key: string, value: unknown, before: Before, shop: Shop): Promise<unknown> {
  if (Array.isArray(value)) {
    return Promise.all(value.map((one: unknown) => settleValue(singularOf(key), one, before, shop)));
  }
  if (typeof value !== 'object' || value === null) return value;
  if ('oneOf' in value && Array.isArray(value.oneOf)) {
    return { oneOf: await settleValue(key, value.oneOf, before, shop) };
  }
  if (!pointers.some((name) => name in value)) return settleValues(value, before, shop);
  const row = await pointedAt(value, before, shop);
  // What is not there is like nothing that a tool may be called with.
  return row === undefined ? { nothing: value } : (row[key] ?? { nothing: value });
}

const singularOf = (key: string): string => (key === 'handles' ? 'handle' : key);

async function pointedAt(
  pointer: object,
  { shown, cart, held }: Before,
  shop: Shop,
): Promise<Row | undefined> {
  if ('shown' in pointer && typeof pointer.shown === 'number') {
    const place = pointer.shown;
    const list = shown.find(({ length }) => length >= Math.max(2, Math.abs(place))) ?? shown[0];
    const item = at(list, place);
    if (item === undefined) return undefined;
    const variant = await shop.browsing.resolve({ sku: item.sku });
    return variant.ok ? { ...variant.value.variant, handle: item.handle } : { ...item };
  }
  if ('inBag' in pointer && typeof pointer.inBag === 'number') return at(cart.lines, pointer.inBag);
  if ('held' in pointer && typeof pointer.held === 'number') return at(held, pointer.held);
  return undefined;
}

const at = <T>(list: readonly T[] | undefined, place: number): T | undefined =>
  place < 0 ? list?.at(place) : list?.[place - 1];

/** Lists of cards in the order in which they came, newest first. */
export const listsOf = (cards: readonly Card[]): readonly (readonly ProductSummary[])[] =>
  cards
    .flatMap((card) => (card.type === 'products' || card.type === 'bundle' ? [card.items] : []))
    .filter(({ length }) => length > 0)
    .reverse();
