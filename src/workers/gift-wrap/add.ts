import { z } from 'zod';
import { minorUnits } from '../../contracts/money.ts';
import { maximumLineQuantity, sku } from '../../contracts/primitives.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import { cartView } from '../../contracts/session.ts';
import { defineTool, type Sentence, type Tool } from '../../core/agent/tool.ts';
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
import { noteTitle } from './note-title.ts';
import type { Wrap } from './wraps.ts';

const input = z.strictObject({
  sku: sku.optional().describe('The piece of the bag to wrap; all of them without it.'),
  quantity: z.int().min(1).max(maximumLineQuantity).optional().describe('Units of it; all without it.'),
  wrap: sku.optional().describe('An option of get_gift_wrap_options; the cheapest without it.'),
  message: z
    .string()
    .max(1000)
    .optional()
    .describe(
      'To the recipient, in the shopper’s own words. Left out, an earlier one stays; empty takes it away.',
    ),
});

/** What is to be wrapped, in what, and what that makes of the bag. */
interface Plan {
  readonly bag: GiftBag;
  readonly wrap: Wrap;
  readonly gifts: readonly Gift[];
  readonly units: ReadonlyMap<string, number>;
}

export const addGiftWrap = (shop: Shop, config: GiftWrapConfig): Tool =>
  defineTool({
    name: 'add_gift_wrap',
    description:
      'Has pieces of the bag wrapped as a gift, with a message to the recipient: puts the wrapping into the bag, at its price, and notes for whoever packs. Pieces must be in the bag first. Again for the same piece changes what was said of it.',
    effect: 'write',
    hints: { idempotent: true },
    input,
    output: z.object({
      outcome: z.enum(['plain', 'message']),
      pieces: z.array(wrappedPiece),
      wrap: z.string(),
      price: z.object({ amount: minorUnits, currency: z.string() }),
      message: z.string(),
      cart: cartView,
    }),
    consent: async (asked, { actor }) => {
      const plan = await planOf(shop, actor, config, asked);
      return plan.ok ? succeed(consentTo(plan.value, config)) : plan;
    },
    run: async (asked, { actor }) => {
      const plan = await planOf(shop, actor, config, asked);
      if (!plan.ok) return plan;
      const { bag, gifts, wrap } = plan.value;
      // Wrapping first: a note counts only beside it, so whatever happens in between shows in the bag.
      const set = await setUnits(shop, actor, plan.value.units, bag.units);
      if (!set.ok) return set;
      for (const gift of gifts) {
        const noted = await note(shop, actor, gift, config);
        if (noted.ok) continue;
        for (const one of plan.value.units.keys())
          await shop.carts.setLine(actor, one, bag.units.get(one) ?? 0);
        return noted;
      }
      const cart = await shop.carts.view(actor);
      if (!cart.ok) return cart;
      const message = gifts[0]?.message ?? '';
      return succeed({
        outcome: message === '' ? ('plain' as const) : ('message' as const),
        pieces: piecesOf(plan.value),
        wrap: wrap.name,
        price: priceOf(plan.value, config),
        message,
        cart: cart.value,
      });
    },
    present: ({ cart }) => cartCard(cart),
  });

const note = (
  shop: Shop,
  actor: Actor,
  gift: Gift,
  { wrapsPerPiece }: GiftWrapConfig,
): Promise<Result<void>> =>
  shop.notes.set(actor, workerName, gift.sku, {
    title: noteTitle(actor.language),
    text: gift.message,
    pieces: [
      { sku: gift.sku, quantity: gift.quantity },
      { sku: gift.wrap, quantity: gift.quantity * wrapsPerPiece },
    ],
  });

const piecesOf = ({ bag, gifts }: Plan) =>
  gifts.flatMap((gift) => {
    const line = bag.lines.find(({ sku }) => sku === gift.sku);
    return line === undefined ? [] : [pieceOf(line, gift.quantity)];
  });

const unitsOf = ({ gifts }: Plan): number => gifts.reduce((sum, { quantity }) => sum + quantity, 0);

const priceOf = (plan: Plan, { wrapsPerPiece }: GiftWrapConfig) => ({
  amount: plan.wrap.price.amount * unitsOf(plan) * wrapsPerPiece,
  currency: plan.wrap.price.currency,
});

function consentTo(plan: Plan, config: GiftWrapConfig): Sentence {
  const [piece, ...others] = piecesOf(plan);
  const message = plan.gifts[0]?.message ?? '';
  const values = {
    wrap: plan.wrap.name,
    price: priceOf(plan, config),
    ...(message !== '' && { message }),
  };
  const how = message === '' ? 'plain' : 'message';
  return piece !== undefined && others.length === 0
    ? { key: `confirm.one.${how}`, values: { ...values, name: piece.name, quantity: piece.quantity } }
    : { key: `confirm.all.${how}`, values: { ...values, count: unitsOf(plan) } };
}

async function planOf(
  shop: Shop,
  actor: Actor,
  config: GiftWrapConfig,
  asked: z.infer<typeof input>,
): Promise<Result<Plan>> {
  const read = await giftBagOf(shop, actor, config);
  if (!read.ok) return read;
  const bag = read.value;
  const message = asked.message?.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (message !== undefined && message.length > config.longestMessage) {
    return fail(
      'invalid',
      `The message may have ${config.longestMessage} characters. Ask for a shorter one.`,
      {
        reason: 'message-too-long',
        details: { longest: config.longestMessage },
      },
    );
  }
  const lines = linesOf(bag, asked);
  if (!lines.ok) return lines;
  const earlier = (sku: string) => bag.gifts.find((gift) => gift.sku === sku);
  const known = lines.value.length === 1 ? earlier(lines.value[0]?.sku ?? '')?.wrap : undefined;
  const wrap = wrapFor(bag, asked.wrap ?? known);
  if (!wrap.ok) return wrap;
  const gifts = lines.value.map(
    ({ sku, quantity }): Gift => ({
      sku,
      quantity: asked.quantity ?? quantity,
      wrap: wrap.value.sku,
      message: message ?? earlier(sku)?.message ?? '',
    }),
  );
  const others = bag.gifts.filter(({ sku }) => !gifts.some((gift) => gift.sku === sku));
  const units = wrapUnits(bag, [...others, ...gifts], config);
  const wanted = units.get(wrap.value.sku) ?? 0;
  if (wanted > Math.min(wrap.value.available, maximumLineQuantity)) {
    return fail(
      'conflict',
      `There are ${wrap.value.available} of ${wrap.value.name} here, and ${wanted} would be needed. Offer another option, or to wrap fewer pieces.`,
      { reason: 'not-enough-wraps', details: { available: wrap.value.available, wrap: wrap.value.name } },
    );
  }
  return succeed({ bag, wrap: wrap.value, gifts, units });
}

function linesOf({ lines }: GiftBag, { sku, quantity }: z.infer<typeof input>): Result<GiftBag['lines']> {
  if (lines.length === 0) {
    return fail('invalid', 'There is nothing in the bag to wrap. Put the piece into the bag first.', {
      reason: 'nothing-to-wrap',
    });
  }
  const meant = sku === undefined ? lines : lines.filter((line) => line.sku === sku);
  const pieces = lines.map((line) => line.title);
  const [first, ...others] = meant;
  if (first === undefined) {
    return fail('not-found', `That piece is not in the bag. In it are: ${pieces.join(', ')}.`, {
      reason: 'not-in-bag',
      details: { pieces },
    });
  }
  if (quantity !== undefined && others.length > 0) {
    return fail('invalid', `Say which piece: pass sku. In the bag are: ${pieces.join(', ')}.`, {
      reason: 'which-piece',
      details: { pieces },
    });
  }
  if (quantity !== undefined && quantity > first.quantity) {
    return fail(
      'invalid',
      `The bag has ${first.quantity} of it. Wrap as many, or put more into the bag first.`,
      {
        reason: 'more-than-in-bag',
        details: { available: first.quantity },
      },
    );
  }
  return succeed(meant);
}

function wrapFor({ wraps }: GiftBag, sku: string | undefined): Result<Wrap> {
  const wrap =
    sku === undefined
      ? (wraps.find(({ available }) => available > 0) ?? wraps[0])
      : wraps.find((one) => one.sku === sku);
  if (wrap !== undefined) return succeed(wrap);
  const options = wraps.map(({ name }) => name);
  return fail('not-found', `There is no such wrapping. Offer one of: ${options.join('; ')}.`, {
    reason: 'no-such-wrap',
    details: { options },
  });
}
