import { z } from 'zod';
import type { BagNote } from '../../contracts/note.ts';
import { sku } from '../../contracts/primitives.ts';
import { type Result, succeed } from '../../contracts/result.ts';
import type { CartView } from '../../contracts/session.ts';
import type { Actor, Shop } from '../../core/shop.ts';
import type { GiftWrapConfig } from './config.ts';
import { type Wrap, wrapsOf } from './wraps.ts';

export const workerName = 'gift-wrap';

/** A piece of the bag that is to be wrapped, as tools tell of it. */
export const wrappedPiece = z.object({
  sku,
  name: z.object({ title: z.string(), size: z.string().nullable(), colour: z.string().nullable() }),
  quantity: z.int().positive(),
});

type Line = CartView['lines'][number];

/** The bag as this worker sees it. */
export interface GiftBag {
  readonly wraps: readonly Wrap[];
  /** What can be wrapped: lines that are no wrapping themselves. */
  readonly lines: readonly Line[];
  readonly units: ReadonlyMap<string, number>;
  /** One a wrapped line, under the SKU of the line. */
  readonly gifts: readonly Gift[];
}

/** A line that is to be wrapped, all of it or some units. */
export interface Gift {
  /** Of the line. */
  readonly sku: string;
  readonly quantity: number;
  /** SKU of what it is wrapped in. */
  readonly wrap: string;
  readonly message: string;
}

export async function giftBagOf(shop: Shop, actor: Actor, config: GiftWrapConfig): Promise<Result<GiftBag>> {
  const wraps = await wrapsOf(shop, actor, config);
  if (!wraps.ok) return wraps;
  const cart = await shop.carts.view(actor);
  if (!cart.ok) return cart;
  const notes = await shop.notes.list(actor, workerName);
  if (!notes.ok) return notes;
  const isWrap = (one: string) => wraps.value.some((wrap) => wrap.sku === one);
  return succeed({
    wraps: wraps.value,
    lines: cart.value.lines.filter((line) => !isWrap(line.sku)),
    units: new Map(cart.value.lines.map((line) => [line.sku, line.quantity])),
    gifts: notes.value.flatMap(giftIn),
  });
}

/** A note is about the piece, which is its key, and about what that is wrapped in. */
function giftIn({ key, text, pieces }: BagNote): readonly Gift[] {
  const piece = pieces.find((one) => one.sku === key);
  const wrap = pieces.find((one) => one.sku !== key);
  if (piece === undefined || wrap === undefined) return [];
  return [{ sku: key, quantity: piece.quantity, wrap: wrap.sku, message: text }];
}

export const pieceOf = (
  { sku, title, size, colour }: Line,
  quantity: number,
): z.infer<typeof wrappedPiece> => ({
  sku,
  name: { title, size, colour },
  quantity,
});

/** Units of each wrapping that some gifts take. */
const needOf = (gifts: readonly Gift[], { wrapsPerPiece }: GiftWrapConfig): ReadonlyMap<string, number> => {
  const need = new Map<string, number>();
  for (const { wrap, quantity } of gifts) need.set(wrap, (need.get(wrap) ?? 0) + quantity * wrapsPerPiece);
  return need;
};

/**
 * Units of wrapping that the bag is to have after a change, by SKU, where they change: never fewer than its gifts take. What the shopper
 * put there by hand beyond that stays.
 */
export function wrapUnits(
  { units, gifts }: GiftBag,
  after: readonly Gift[],
  config: GiftWrapConfig,
): ReadonlyMap<string, number> {
  const [before, need] = [needOf(gifts, config), needOf(after, config)];
  const changed = [...new Set([...before.keys(), ...need.keys()])].flatMap((sku) => {
    const [now, had, takes] = [units.get(sku) ?? 0, before.get(sku) ?? 0, need.get(sku) ?? 0];
    const then = Math.max(takes, now - Math.max(0, had - takes));
    return then === now ? [] : [[sku, then] as const];
  });
  return new Map(changed);
}

/** Sets lines of the bag to so many units; when one fails those before it are as they were. */
export async function setUnits(
  shop: Shop,
  actor: Actor,
  units: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
): Promise<Result<void>> {
  const done: string[] = [];
  for (const [sku, quantity] of units) {
    const set = await shop.carts.setLine(actor, sku, quantity);
    if (!set.ok) {
      for (const one of done) await shop.carts.setLine(actor, one, before.get(one) ?? 0);
      return set;
    }
    done.push(sku);
  }
  return succeed(undefined);
}
