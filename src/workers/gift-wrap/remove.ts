import { z } from 'zod';
import { sku } from '../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { cartView } from '../../contracts/session.ts';
import { defineTool, type Tool } from '../../core/agent/tool.ts';
import type { Actor, Shop } from '../../core/shop.ts';
import { cartCard } from './cart-card.ts';
import type { GiftWrapConfig } from './config.ts';
import {
  type Gift,
  type GiftBag,
  giftBagOf,
  pieceOf,
  setUnits,
  workerName,
  wrappedPiece,
  wrapUnits,
} from './gifts.ts';

const input = z.strictObject({
  sku: sku.optional().describe('The piece not to wrap after all; all of them without it.'),
});

export const removeGiftWrap = (shop: Shop, config: GiftWrapConfig): Tool =>
  defineTool({
    name: 'remove_gift_wrap',
    description: 'Takes gift wrap and message off pieces of the bag; the pieces stay in it.',
    effect: 'write',
    hints: { idempotent: true, destructive: true },
    input,
    output: z.object({ pieces: z.array(wrappedPiece), cart: cartView }),
    consent: async (asked, { actor }) => {
      const found = await giftsOf(shop, actor, config, asked.sku);
      if (!found.ok) return found;
      const [piece, ...others] = piecesOf(found.value);
      return piece !== undefined && others.length === 0
        ? succeed({ key: 'confirm.remove', values: { name: piece.name } })
        : succeed({ key: 'confirm.removeAll' });
    },
    run: async (asked, { actor }) => {
      const found = await giftsOf(shop, actor, config, asked.sku);
      if (!found.ok) return found;
      const { bag, gifts } = found.value;
      const left = bag.gifts.filter((gift) => !gifts.includes(gift));
      const set = await setUnits(shop, actor, wrapUnits(bag, left, config), bag.units);
      if (!set.ok) return set;
      for (const gift of gifts) {
        const taken = await shop.notes.set(actor, workerName, gift.sku, null);
        if (!taken.ok) return taken;
      }
      const cart = await shop.carts.view(actor);
      return cart.ok ? succeed({ pieces: piecesOf(found.value), cart: cart.value }) : cart;
    },
    present: ({ cart }) => cartCard(cart),
  });

interface Found {
  readonly bag: GiftBag;
  readonly gifts: readonly Gift[];
}

const piecesOf = ({ bag, gifts }: Found) =>
  gifts.flatMap((gift) => {
    const line = bag.lines.find((one) => one.sku === gift.sku);
    return line === undefined ? [] : [pieceOf(line, gift.quantity)];
  });

async function giftsOf(
  shop: Shop,
  actor: Actor,
  config: GiftWrapConfig,
  piece: string | undefined,
): Promise<Result<Found>> {
  const bag = await giftBagOf(shop, actor, config);
  if (!bag.ok) return bag;
  const gifts = bag.value.gifts.filter((gift) => piece === undefined || gift.sku === piece);
  if (gifts.length > 0) return succeed({ bag: bag.value, gifts });
  return fail('not-found', 'Nothing of that is to be wrapped as a gift. There is nothing to take off.', {
    reason: 'not-wrapped',
  });
}
