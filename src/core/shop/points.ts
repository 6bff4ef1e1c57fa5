import { maximumPoints } from '../../contracts/points.ts';
import { fail, type Result, succeed } from '../../contracts/result.ts';
import type { CartView } from '../../contracts/session.ts';
import { cartView, type Pricing } from '../cart/cart-view.ts';
import { mostPoints } from '../points/redeem.ts';
import { knownCustomer, signInFirst } from '../session/known-customer.ts';
import { openSession } from '../session/open-session.ts';
import type { Actor } from '../shop.ts';
import type { ShopParts } from './parts.ts';
import { withdrawLink } from './payment-link.ts';
import { gatherPricing } from './pricing.ts';

type Wish = number | 'most';

export async function previewPoints(parts: ShopParts, actor: Actor, wish: Wish): Promise<Result<CartView>> {
  const asked = await ask(parts, actor, wish);
  return asked.ok ? succeed(asked.value.after) : asked;
}

export async function redeemPoints(parts: ShopParts, actor: Actor, wish: Wish): Promise<Result<CartView>> {
  const asked = await ask(parts, actor, wish);
  if (!asked.ok) return asked;
  const { before, points, after } = asked.value;
  if (before === points) return succeed(after);
  const withdrawn = await withdrawLink(parts, actor);
  if (!withdrawn.ok) return withdrawn;
  const { sessionId } = actor;
  const done = await parts.operations.execute({ type: 'points-set', sessionId, points });
  if (!done.ok) return done;
  const priced = await gatherPricing(parts, actor);
  return priced.ok ? succeed(cartView(priced.value)) : priced;
}

interface Asked {
  /** That the session has now. */
  readonly before: number;
  readonly points: number;
  readonly after: CartView;
}

/** What a wish comes to; a failure where it comes to nothing. */
async function ask(parts: ShopParts, actor: Actor, wish: Wish): Promise<Result<Asked>> {
  const session = await parts.store.read((transaction) => openSession(transaction, actor.sessionId));
  if (!session.ok) return session;
  const pricing = await gatherPricing(parts, actor);
  if (!pricing.ok) return pricing;
  const before = session.value.points ?? 0;
  const { points: facts } = pricing.value;
  if (wish === 0 || facts === undefined) {
    return succeed({ before, points: 0, after: viewWith(pricing.value, 0) });
  }
  if (!knownCustomer(session.value)) return signInFirst('Points');
  const { balance } = facts;
  const points = wish === 'most' ? Math.min(balance, maximumPoints) : wish;
  const after = viewWith(pricing.value, points);
  if ((after.redeemed?.points ?? 0) > 0 && points <= balance) return succeed({ before, points, after });
  return whyNone(pricing.value, after, points);
}

const viewWith = (pricing: Pricing, wanted: number): CartView =>
  cartView({ ...pricing, ...(pricing.points && { points: { ...pricing.points, wanted } }) });

function whyNone(pricing: Pricing, view: CartView, wanted: number): Result<never> {
  const { policy = null, balance = 0 } = pricing.points ?? {};
  if (policy === null || (view.lines.length > 0 && view.currency !== pricing.currency)) {
    return fail('conflict', 'Points do not pay for this bag here. The offers may save something.', {
      reason: 'points-not-taken',
    });
  }
  if (view.lines.length === 0) {
    return fail('invalid', 'The bag is empty. Put something in first.', { reason: 'cart-empty' });
  }
  const { leastPoints } = policy;
  const possible = Math.min(balance, mostPoints(view.subtotal - view.discount, policy));
  const details = { balance, leastPoints, possible: possible < leastPoints ? 0 : possible };
  if (balance < leastPoints || wanted > balance) {
    return fail(
      'conflict',
      `There are ${balance} points, and at least ${leastPoints} are redeemed at once.`,
      {
        reason: 'too-few-points',
        details,
      },
    );
  }
  if (wanted < leastPoints) {
    return fail(
      'invalid',
      `At least ${leastPoints} points are redeemed at once. Ask for that many, or none.`,
      {
        reason: 'points-least',
        details,
      },
    );
  }
  return fail('conflict', 'The bag is too small for points. Add a piece, or pay without points.', {
    reason: 'points-bag-too-small',
    details,
  });
}
