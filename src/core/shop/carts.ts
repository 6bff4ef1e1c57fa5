import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { CartView } from '../../contracts/session.ts';
import { cartView, discountOn } from '../cart/cart-view.ts';
import { setCartLine } from '../cart/set-line.ts';
import { eligibility } from '../offers/eligibility.ts';
import { findOffer } from '../offers/find-offer.ts';
import type { Actor, Carts } from '../shop.ts';
import { chooseFulfilment, options } from './fulfilment.ts';
import type { ShopParts } from './parts.ts';
import { withdrawLink } from './payment-link.ts';
import { gatherPricing } from './pricing.ts';

export function createCarts(parts: ShopParts): Carts {
  return {
    view: (actor) => view(parts, actor),
    setLine: (actor, sku, quantity) =>
      parts.inTurn(actor.sessionId, () => setLine(parts, actor, sku, quantity)),
    fulfilmentOptions: (actor) => options(parts, actor),
    setFulfilment: (actor, method) =>
      parts.inTurn(actor.sessionId, () => chooseFulfilment(parts, actor, method)),
    applyOffer: (actor, code) => parts.inTurn(actor.sessionId, () => applyOffer(parts, actor, code)),
  };
}

async function view(parts: ShopParts, actor: Actor): Promise<Result<CartView>> {
  const pricing = await gatherPricing(parts, actor);
  return pricing.ok ? succeed(cartView(pricing.value)) : pricing;
}

async function setLine(
  parts: ShopParts,
  actor: Actor,
  sku: string,
  quantity: number,
): Promise<Result<CartView>> {
  const pricing = await gatherPricing(parts, actor);
  if (!pricing.ok) return pricing;
  const { cart } = pricing.value;
  const changed = setCartLine(cart, sku, quantity);
  if (!changed.ok) return changed;
  const before = cart.find((line) => line.sku === sku)?.quantity ?? 0;
  if (before === quantity) return succeed(cartView(pricing.value));
  if (quantity > 0 && !(await parts.catalogue.variant(sku))) {
    return fail('not-found', `There is no piece with the number ${sku}. Search for it, then choose a size.`, {
      reason: 'sku-unknown',
      details: { sku },
    });
  }
  const withdrawn = await withdrawLink(parts, actor);
  if (!withdrawn.ok) return withdrawn;
  const done = await parts.operations.execute({
    type: 'cart-line-set',
    sessionId: actor.sessionId,
    sku,
    quantity,
  });
  return done.ok ? view(parts, actor) : done;
}

async function applyOffer(parts: ShopParts, actor: Actor, code: string | null): Promise<Result<CartView>> {
  const pricing = await gatherPricing(parts, actor);
  if (!pricing.ok) return pricing;
  const acceptable = code === null ? succeed(null) : await offerFor(parts, pricing.value, code);
  if (!acceptable.ok) return acceptable;
  if ((pricing.value.offer?.code ?? null) === acceptable.value) return succeed(cartView(pricing.value));
  const withdrawn = await withdrawLink(parts, actor);
  if (!withdrawn.ok) return withdrawn;
  const done = await parts.operations.execute({
    type: 'offer-applied',
    sessionId: actor.sessionId,
    code: acceptable.value,
  });
  return done.ok ? view(parts, actor) : done;
}

/** The offer's own spelling of its code, if it takes something off this cart now. */
async function offerFor(
  { store }: ShopParts,
  pricing: Parameters<typeof discountOn>[0],
  code: string,
): Promise<Result<string>> {
  const offers = await store.read((transaction) => transaction.offers());
  const offer = findOffer(offers, code);
  if (!offer) {
    const open = offers.filter((one) => eligibility(one, pricing.tier, pricing.at) === null);
    return fail('not-found', `There is no offer ${code.trim()}. Check the spelling, or look at the offers.`, {
      reason: 'offer-unknown',
      details: { codes: open.map((one) => one.code) },
    });
  }
  const discount = discountOn(pricing, offer);
  if (discount.applies) return succeed(offer.code);
  return fail('invalid', discount.obstacle.message, { reason: discount.obstacle.reason });
}
