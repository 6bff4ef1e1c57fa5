import type { FulfilmentMethod, FulfilmentOption } from '../../contracts/fulfilment.ts';
import { type Failure, type Result, succeed } from '../../contracts/result.ts';
import type { CartView } from '../../contracts/session.ts';
import { cartView } from '../cart/cart-view.ts';
import { fulfilmentOptions } from '../fulfilment/options.ts';
import type { Actor } from '../shop.ts';
import type { ShopParts } from './parts.ts';
import { withdrawLink } from './payment-link.ts';
import { readPolicy } from './policy.ts';
import { gatherPricing } from './pricing.ts';

const whyNot: Readonly<Record<NonNullable<FulfilmentOption['obstacle']>, string>> = {
  'cart-empty': 'The bag is empty. Put something in first.',
  'not-offered': 'This shop does not offer that. Ask get_fulfillment_options what it does.',
  'not-in-shop': 'Only who stands in the shop can take the pieces along. Choose pick-up or shipping.',
  'not-here': 'Not every piece of the bag is in this shop. Take those out, or look in the shops nearby.',
};

/** A failure where a cart cannot get to the shopper in this way, from here and now. */
export async function obstacleOf(
  parts: ShopParts,
  actor: Actor,
  cart: CartView,
  method: FulfilmentMethod,
): Promise<Failure | undefined> {
  const options = await optionsFor(parts, actor, cart);
  const obstacle = options.find((option) => option.method === method)?.obstacle ?? null;
  if (obstacle === null) return undefined;
  const possible = options.filter((option) => option.obstacle === null).map((option) => option.method);
  return {
    kind: obstacle === 'cart-empty' ? 'invalid' : 'conflict',
    message: whyNot[obstacle],
    reason: obstacle === 'cart-empty' ? 'cart-empty' : 'fulfilment-not-possible',
    details: { method, obstacle, possible },
  };
}

export async function options(parts: ShopParts, actor: Actor): Promise<Result<readonly FulfilmentOption[]>> {
  const pricing = await gatherPricing(parts, actor);
  if (!pricing.ok) return pricing;
  return succeed(await optionsFor(parts, actor, cartView(pricing.value)));
}

async function optionsFor(
  parts: ShopParts,
  { channel }: Actor,
  cart: CartView,
): Promise<readonly FulfilmentOption[]> {
  const { fulfilment } = await readPolicy(parts);
  return fulfilmentOptions(cart, fulfilment, { channel, now: parts.environment.now() });
}

export async function chooseFulfilment(
  parts: ShopParts,
  actor: Actor,
  method: FulfilmentMethod,
): Promise<Result<CartView>> {
  const pricing = await gatherPricing(parts, actor);
  if (!pricing.ok) return pricing;
  const view = cartView(pricing.value);
  const obstacle = await obstacleOf(parts, actor, view, method);
  if (obstacle) return { ok: false, failure: obstacle };
  if (view.fulfilment?.method === method) return succeed(view);
  const withdrawn = await withdrawLink(parts, actor);
  if (!withdrawn.ok) return withdrawn;
  const { sessionId } = actor;
  const done = await parts.operations.execute({ type: 'fulfilment-set', sessionId, method });
  if (!done.ok) return done;
  const after = await gatherPricing(parts, actor);
  return after.ok ? succeed(cartView(after.value)) : after;
}
